using System.Text;

namespace IvsTools.Keys;

/// <summary>Reads the PEM blocks of a file: UTF-8 with or without a mark, UTF-16 with one.</summary>
public static class PemFile
{
    /// <summary>The file's blocks and errors in order, read as they are asked for; each item's state is the path.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IEnumerable<PemItem> Read(string path)
    {
        var pem = new PemReader();
        var chunk = new char[4096];
        try
        {
            using var file = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            int read;
            while ((read = file.Read(chunk)) > 0)
            {
                pem.AddText(chunk.AsSpan(0, read), path);
                while (pem.TryRead(out var item))
                    yield return item;
            }
        }
        finally
        {
            Array.Clear(chunk);
        }
        // An empty file is a source too.
        pem.AddText([], path);
        pem.EndSource(path);
        while (pem.TryRead(out var item))
            yield return item;
    }
}
