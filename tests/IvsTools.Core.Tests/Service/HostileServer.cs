using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IvsTools.Core.Tests.Service;

/// <summary>Sends the same response to every connection. The response can be malformed, endless or incomplete.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _respond;
    private int _connections;

    public HostileServer(Func<NetworkStream, CancellationToken, Task> respond)
    {
        _respond = respond;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Sends the headers and the body, then closes the connection.</summary>
    public HostileServer(string status, string headers = "", string body = "")
        : this((stream, stop) => WriteAsync(stream, Head(status, headers) + body, stop))
    {
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public int Connections => Volatile.Read(ref _connections);

    public static string Head(string status, string headers = "") => $"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n";

    public static Task WriteAsync(NetworkStream stream, string text, CancellationToken stop) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop).AsTask();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            Interlocked.Increment(ref _connections);
            _ = Task.Run(() => RespondAsync(client));
        }
    }

    private async Task RespondAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                // One read is sufficient, because the requests are small.
                await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, throwOnEndOfStream: false, _stop.Token);
                await _respond(stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The client has disconnected, as expected for an invalid response.
            }
        }
    }
}
