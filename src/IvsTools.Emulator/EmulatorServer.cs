using System.Collections.Concurrent;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator;

/// <summary>An IVS endpoint on 127.0.0.1 that any AWS client can use: it checks signatures, validates, keeps state and refuses as the service does.</summary>
public sealed class EmulatorServer : IDisposable
{
    private static readonly ConcurrentDictionary<int, EmulatorServer> ByPort = new();

    private readonly EmulatorEndpoint _endpoint;
    private readonly ListenerHost _host;

    private readonly EmulatorEnvironment? _environment;

    private EmulatorServer(EmulatorEndpoint endpoint, ListenerHost host, int port, EmulatorEnvironment? environment)
    {
        _environment = environment;
        _endpoint = endpoint;
        _host = host;
        Port = port;
    }

    /// <summary>What to give as endpoint.</summary>
    public string Url => _endpoint.Url;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The Region to sign for.</summary>
    public string Region => _endpoint.Region;

    /// <summary>The account ID in every ARN.</summary>
    public string AccountId => _endpoint.AccountId;

    /// <summary>The one access key that is known here.</summary>
    public string AccessKeyId => _endpoint.AccessKeyId;

    /// <summary>Its secret.</summary>
    public string SecretAccessKey => _endpoint.SecretAccessKey;

    /// <summary>How it misbehaves.</summary>
    public EmulatorFaults Faults => _endpoint.Faults;

    /// <summary>Who is on air.</summary>
    public EmulatorStreams Streams => _endpoint.Streams;

    /// <summary>How recording configurations end.</summary>
    public EmulatorRecordings Recordings => _endpoint.Recordings;

    /// <summary>Where viewers are, as two letters, for the countries of restriction policies; null plays no geography.</summary>
    public string? ViewerCountry
    {
        get => _endpoint.ViewerCountry;
        set => _endpoint.ViewerCountry = value;
    }

    /// <summary>Requests that have come in and are not answered yet.</summary>
    public int InFlight => _endpoint.InFlight;

    /// <summary>What reached the wire and was answered, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _endpoint.Requests;

    /// <summary>The emulators of this process.</summary>
    public static IReadOnlyCollection<EmulatorServer> Running => [.. ByPort.Values];

    /// <summary>Opens an endpoint.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="EmulatorStateException">The state's file cannot be used.</exception>
    public static EmulatorServer Start(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        var (listener, port) = LocalListener.Open(options.Port);
        EmulatorEndpoint endpoint;
        try
        {
            endpoint = new EmulatorEndpoint(options, $"http://127.0.0.1:{port}");
        }
        catch
        {
            listener.Close();
            throw;
        }
        var host = new ListenerHost(listener, request => endpoint.AnswerAsync(request), endpoint.Dispose);
        var server = new EmulatorServer(endpoint, host, port, options.SetEnvironment ? EmulatorEnvironment.Set(endpoint) : null);
        ByPort[port] = server;
        host.Start();
        return server;
    }

    /// <summary>The emulator of this process at a URL, or null.</summary>
    public static EmulatorServer? Find(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback ? ByPort.GetValueOrDefault(uri.Port) : null;

    /// <summary>Sets the clock of rates, sessions, ad breaks and token expiry forward. Signatures are judged by the real clock.</summary>
    public void AdvanceClock(TimeSpan by) => _endpoint.AdvanceClock(by);

    /// <summary>Forgets what reached the wire.</summary>
    public void ClearRequests() => _endpoint.ClearRequests();

    /// <summary>Closes the endpoint at once; calls that wait are cut off. Then the state is saved, if there is a file for it.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void Dispose()
    {
        if (!ByPort.TryRemove(KeyValuePair.Create(Port, this)))
            return;
        // A call that comes in between is refused here, and not sent to AWS.
        _host.Dispose();
        _environment?.Dispose();
        _endpoint.SaveState();
    }

    /// <summary>The URL; never the secret.</summary>
    public override string ToString() => Url;
}
