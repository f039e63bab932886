using System.Collections.Specialized;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.WebPage;

/// <summary>The files of the page that shows the emulator's state and plays its channels.</summary>
internal static class PageFiles
{
    private const string Index = "index.html";

    // The player uses blob URLs for media.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self' blob:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".mjs"] = "text/javascript; charset=utf-8",
    };

    private static readonly Lazy<Dictionary<string, Response>> Files = new(Load);

    /// <summary>Returns a file of the page, or null. The index is returned only to clients that accept HTML.</summary>
    public static Response? Find(string name, NameValueCollection headers)
    {
        if (name.Length > 0)
            return Files.Value.GetValueOrDefault(name);
        var accepted = headers["Accept"] ?? string.Empty;
        return accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase) ? Files.Value[Index] : null;
    }

    private static Dictionary<string, Response> Load()
    {
        const string Folder = "WebPage/";
        var assembly = typeof(PageFiles).Assembly;
        var files = new Dictionary<string, Response>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            files[resource[Folder.Length..]] = new Response(200, Types[Path.GetExtension(resource)], content)
            {
                MoreHeaders = new Dictionary<string, string>
                {
                    ["Cache-Control"] = "no-cache",
                    ["Content-Security-Policy"] = Policy,
                    ["Referrer-Policy"] = "no-referrer",
                    ["Vary"] = "Accept",
                    ["X-Content-Type-Options"] = "nosniff",
                },
            };
        }
        return files;
    }
}
