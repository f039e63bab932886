using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Http;

/// <summary>Reads a request's body up to a bound.</summary>
internal static class Body
{
    private const int MaximumLength = 1024 * 1024;

    /// <exception cref="ApiException">RequestEntityTooLargeException.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long? announcedLength, CancellationToken cancellationToken)
    {
        if (announcedLength > MaximumLength)
            throw TooLarge();
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(chunk, 0, read);
            if (body.Length > MaximumLength)
                throw TooLarge();
        }
        return body.ToArray();
    }

    private static ApiException TooLarge() => new("RequestEntityTooLargeException", $"The body is larger than {MaximumLength} bytes.");
}
