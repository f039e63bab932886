namespace IvsTools.Emulator.Http;

/// <summary>Reads the target of an HTTP request (RFC 9112).</summary>
internal static class RequestTarget
{
    private static readonly string[] Schemes = ["http://", "https://"];

    /// <summary>Returns the path and the query, still encoded. The target can be a whole URL, which some proxies send.</summary>
    public static string PathAndQuery(string target)
    {
        if (Schemes.FirstOrDefault(scheme => target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
            return target;
        var path = target.IndexOfAny(['/', '?'], scheme.Length);
        return path < 0 ? "/" : target[path] == '?' ? "/" + target[path..] : target[path..];
    }
}
