using System.Security.Cryptography;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>The simple handshake, which encoders accept instead of the handshake with digests.</summary>
internal static class RtmpHandshake
{
    /// <summary>The protocol version in the first byte of a connection.</summary>
    public const byte Version = 3;

    private const int Size = 1536;
    private const int Zeros = 8;

    /// <summary>The number of bytes that the client sends.</summary>
    public const int ReceivedBytes = 1 + Size + Size;

    /// <exception cref="InvalidDataException">The client uses a different version.</exception>
    /// <exception cref="EndOfStreamException">The client has disconnected.</exception>
    public static async Task AcceptAsync(Stream stream, CancellationToken cancellationToken)
    {
        var received = new byte[1 + Size];
        await stream.ReadExactlyAsync(received, cancellationToken).ConfigureAwait(false);
        if (received[0] != Version)
            throw new InvalidDataException($"The RTMP version is {received[0]} instead of {Version}.");
        // The response contains the version, eight zero bytes, random bytes, and a copy of the client's bytes.
        var sent = new byte[1 + Size + Size];
        sent[0] = Version;
        RandomNumberGenerator.Fill(sent.AsSpan(1 + Zeros, Size - Zeros));
        received.AsSpan(1).CopyTo(sent.AsSpan(1 + Size));
        await stream.WriteAsync(sent, cancellationToken).ConfigureAwait(false);
        // The client's reply is not checked, because encoders send different replies.
        await stream.ReadExactlyAsync(received.AsMemory(1), cancellationToken).ConfigureAwait(false);
    }
}
