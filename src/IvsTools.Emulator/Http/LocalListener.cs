using System.Net;
using System.Net.Sockets;

namespace IvsTools.Emulator.Http;

/// <summary>Opens a port on 127.0.0.1 for requests to this address and to localhost.</summary>
/// <remarks>
/// On Linux and macOS, HttpListener accepts requests to localhost only on the first address that this name resolves to.
/// </remarks>
internal static class LocalListener
{
    private const int Attempts = 20;

    /// <param name="wanted">The port. If 0, a free port is used.</param>
    /// <exception cref="EmulatorPortException">The port cannot be opened.</exception>
    public static (HttpListener Listener, int Port) Open(int wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = wanted == 0 ? FreePort() : wanted;
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Prefixes.Add($"http://localhost:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            // Another program can open the free port before the listener does.
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                if (wanted != 0 || attempt == Attempts)
                    throw new EmulatorPortException("127.0.0.1", port, e);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
