using System.Buffers;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Http;

/// <summary>Reads the body of a request up to a limit.</summary>
internal static class Body
{
    private const int MaximumLength = 1024 * 1024;
    private const int ChunkLength = 16 * 1024;

    /// <exception cref="ApiException">The body exceeds the limit.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long? announcedLength, CancellationToken cancellationToken)
    {
        if (announcedLength > MaximumLength)
            throw TooLarge();
        // The buffer is not allocated with the announced size, because a client can announce a long body and send a short one.
        using var body = new MemoryStream((int)Math.Min(announcedLength ?? 0, ChunkLength));
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Write(chunk, 0, read);
                if (body.Length > MaximumLength)
                    throw TooLarge();
            }
            return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static ApiException TooLarge() =>
        new(CommonErrorCode.RequestEntityTooLargeException, $"The body is larger than {MaximumLength} bytes.");
}
