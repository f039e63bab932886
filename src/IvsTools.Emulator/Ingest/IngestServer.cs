using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Ingest;

/// <summary>Accepts RTMP and RTMPS connections on one port.</summary>
internal sealed class IngestServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly Admission _admission;
    private readonly TimeProvider _time;
    private readonly IngestLog _log;
    private readonly SslServerAuthenticationOptions _tls;
    private readonly ConcurrentDictionary<IngestConnection, byte> _connections = new();
    private readonly ITimer _timer;
    private volatile bool _isClosed;

    private IngestServer(TcpListener listener, X509Certificate2 certificate, Admission admission, TimeProvider time, IngestLog log)
    {
        (_listener, _admission, _time, _log) = (listener, admission, time, log);
        _tls = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
        };
        _timer = time.CreateTimer(_ => Check(), null, IngestLimits.BetweenChecks, IngestLimits.BetweenChecks);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Opens the port. Encoders wait until <see cref="Start"/> is called.</summary>
    /// <exception cref="EmulatorPortException">The port cannot be opened.</exception>
    public static IngestServer Open(EmulatorOptions options, int port, Admission admission, IngestLog log)
    {
        var listener = new TcpListener(options.IngestAddress, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new EmulatorPortException($"{options.IngestAddress}", port, e);
        }
        var certificate = options.IngestCertificate ?? SelfSignedCertificate.Create([options.IngestAddress], []);
        return new IngestServer(listener, certificate, admission, options.Time, log);
    }

    public void Start() => _ = Task.Run(AcceptAsync);

    /// <summary>Closes the port and all connections, and ends their streams.</summary>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _timer.Dispose();
        _listener.Dispose();
        foreach (var connection in _connections.Keys)
            connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_isClosed)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                _ = ServeAsync(socket);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // A failed connection must not close the port.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        // Closes the socket even after an exception, because the caller does not await this task.
        using var accepted = socket;
        if (_connections.Count >= IngestLimits.Connections)
        {
            Reject(socket);
            return;
        }
        socket.NoDelay = true;
        using var connection = new IngestConnection(new IngestTransport(socket, _tls), _admission, _time, _log);
        _connections.TryAdd(connection, 0);
        try
        {
            if (_isClosed)
                connection.Dispose();
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }

    private void Reject(Socket socket)
    {
        _log.Add(new IngestRecord
        {
            Time = _log.Now,
            Action = IngestAction.Rejected,
            Reason = IngestReason.TooManyConnections,
            Message = $"There are already {IngestLimits.Connections} open connections.",
            IsSecure = false,
            RemoteAddress = socket.RemoteEndPoint?.ToString() ?? string.Empty,
        });
    }

    private void Check()
    {
        foreach (var connection in _connections.Keys)
            connection.Check();
        _admission.RemoveEndedMedia();
    }
}
