using System.Net.Security;
using System.Net.Sockets;

namespace IvsTools.Emulator.Ingest;

/// <summary>Reads and writes the bytes of a connection, with TLS if the client uses TLS.</summary>
/// <param name="socket">The accepted socket.</param>
/// <param name="tls">The settings of TLS.</param>
internal sealed class IngestTransport(Socket socket, SslServerAuthenticationOptions tls) : IDisposable
{
    private const byte TlsHandshake = 0x16;
    private const int DrainSize = 4096;

    /// <summary>The address and port of the client.</summary>
    public string RemoteAddress { get; } = socket.RemoteEndPoint?.ToString() ?? string.Empty;

    /// <summary>True if the client uses TLS.</summary>
    public bool IsSecure { get; private set; }

    /// <summary>Reads the first byte, and starts TLS if the byte is the start of a TLS handshake.</summary>
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
    /// Ends the connection, and reads until the client closes it. If the connection were closed with unread bytes, the sent bytes would be
    /// lost.
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
