using System.Net;
using IvsTools.Emulator.Http;
using IvsTools.Service;

namespace IvsTools.Emulator;

/// <summary>An IVS endpoint on 127.0.0.1 for any AWS client.</summary>
public sealed class EmulatorServer : EmulatorEndpoint, ILocalEndpoint
{
    private readonly ListenerHost _host;
    private readonly EmulatorEnvironment? _environment;

    private EmulatorServer(EmulatorOptions options, HttpListener listener, int port)
        : base(options, $"http://127.0.0.1:{port}")
    {
        Port = port;
        _host = new ListenerHost(listener, request => RespondAsync(request), () => base.Dispose(disposing: true));
        _environment = options.SetEnvironment ? EmulatorEnvironment.Set(this) : null;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The emulators in this process.</summary>
    public static IReadOnlyList<EmulatorServer> Running => new ValueList<EmulatorServer>(LocalEndpoints.All.Cast<EmulatorServer>());

    /// <summary>Opens an endpoint.</summary>
    /// <exception cref="EmulatorOptionException">
    /// A value is invalid, or an additional account has the same access key ID as the default account.
    /// </exception>
    /// <exception cref="EmulatorPortException">The port or the ingest port cannot be opened.</exception>
    /// <exception cref="EmulatorStateException">The state file cannot be used.</exception>
    public static EmulatorServer Start(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        var (listener, port) = LocalListener.Open(options.Port);
        EmulatorServer server;
        try
        {
            server = new EmulatorServer(options, listener, port);
        }
        catch
        {
            listener.Close();
            throw;
        }
        LocalEndpoints.Add(server);
        server._host.Start();
        return server;
    }

    /// <summary>Returns the emulator in this process that has the URL, or null.</summary>
    public static EmulatorServer? Find(string? url) => (EmulatorServer?)LocalEndpoints.Find(url);

    /// <summary>Closes the endpoint, cancels waiting calls, and saves the state file if the options specify one.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    protected override void Dispose(bool disposing)
    {
        if (LocalEndpoints.Remove(this))
        {
            // The host is closed before the environment variables are restored, so that a call fails instead of being sent to AWS.
            _host.Dispose();
            _environment?.Dispose();
            SaveState();
        }
        base.Dispose(disposing);
    }

    /// <summary>Returns the URL, because the other properties include secrets.</summary>
    public override string ToString() => Url;
}
