using System.Text;

namespace IvsTools.Keys;

/// <summary>Reads the PEM blocks of a file. The file is in UTF-8, or in UTF-16 with a byte order mark.</summary>
internal static class PemFile
{
    // A file of this size can contain about 70,000 public keys.
    private const long MaximumLength = 16 * 1024 * 1024;

    /// <summary>
    /// Returns the PEM blocks of the file one at a time, and an error for each block that cannot be read. Each item contains the path in
    /// its State property.
    /// </summary>
    /// <remarks>Each block is zeroed when the next block is read.</remarks>
    /// <param name="path">The path of the file. The read ends with an error after 16 MiB.</param>
    /// <param name="cancellationToken">Cancels the read, even while it waits for the writer of a named pipe.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static IEnumerable<PemItem> Read(string path, CancellationToken cancellationToken = default)
    {
        var pem = new PemReader();
        var bytes = SecretMemory.Allocate<byte>(4096);
        var chars = SecretMemory.Allocate<char>(bytes.Length + 1);
        PemItem item = default;
        KeyException? tooLong;
        try
        {
            using var file = new KeyFileStream(path, MaximumLength, cancellationToken);
            Decoder? decoder = null;
            int read;
            while ((read = Fill(file, bytes, atLeast: decoder is null ? PemBlocks.LongestMark : 1, out tooLong)) > 0)
            {
                var mark = 0;
                decoder ??= PemBlocks.EncodingOf(bytes.AsSpan(0, read), out mark).GetDecoder();
                pem.AddText(chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(mark, read - mark), chars, flush: false)), path);
                while (pem.TryRead(out item))
                {
                    yield return item;
                    item.Block?.Clear();
                }
            }
            if (tooLong is not null)
            {
                yield return new PemItem(null, tooLong, path);
                yield break;
            }
            // For an empty file, the loop does not call AddText. Without that call, EndSource would not report that the file has
            // no block.
            pem.AddText([], path);
            pem.EndSource(path);
            while (pem.TryRead(out item))
            {
                yield return item;
                item.Block?.Clear();
            }
        }
        finally
        {
            item.Block?.Clear();
            pem.Clear();
            Array.Clear(bytes);
            Array.Clear(chars);
        }
    }

    private static int Fill(KeyFileStream file, byte[] buffer, int atLeast, out KeyException? tooLong)
    {
        tooLong = null;
        var (filled, read) = (0, 1);
        try
        {
            while (filled < atLeast && (read = file.Read(buffer, filled)) > 0)
                filled += read;
            return filled;
        }
        catch (KeyException e)
        {
            tooLong = e;
            return 0;
        }
    }
}
