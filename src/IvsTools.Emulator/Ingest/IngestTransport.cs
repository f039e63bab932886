using System.Net.Security;
using System.Net.Sockets;

namespace IvsTools.Emulator.Ingest;

/// <summary>A connection to a client, with or without TLS.</summary>
internal sealed class IngestTransport(Socket socket, SslServerAuthenticationOptions tls) : IDisposable
{
    private const byte TlsHandshake = 0x16;
    private const int DrainSize = 4096;

    /// <summary>The address and port of the client.</summary>
    public string RemoteAddress { get; } = socket.RemoteEndPoint?.ToString() ?? string.Empty;

    /// <summary>True if the client uses TLS.</summary>
    public bool IsSecure { get; private set; }

    /// <summary>Opens the stream of the connection. If the first byte starts a TLS handshake, the stream uses TLS.</summary>
    /// <exception cref="EndOfStreamException">The client has disconnected.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The TLS handshake failed.</exception>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        if (await socket.ReceiveAsync(first, SocketFlags.Peek, cancellationToken).ConfigureAwait(false) == 0)
            throw new EndOfStreamException();
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (first[0] != TlsHandshake)
            return stream;
        IsSecure = true;
        var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsServerAsync(tls, cancellationToken).ConfigureAwait(false);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Stops sending, and reads until the client closes the connection. If the socket were closed with unread data, TCP would reset
    /// the connection, and the client might not receive the last messages from the emulator.
    /// </summary>
    public async Task ShutdownAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream is SslStream secure)
            await secure.ShutdownAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[DrainSize];
        while (await socket.ReceiveAsync(rest, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    public void Dispose() => socket.Dispose();
}
