using IvsTools.Emulator.Http;
using IvsTools.Service;

namespace IvsTools.Emulator;

/// <summary>
/// An IVS endpoint on 127.0.0.1 for any AWS client:
/// it checks signatures, validates requests, keeps state and returns the errors of the service.
/// </summary>
public sealed class EmulatorServer : ILocalEndpoint, IDisposable
{
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

    /// <summary>The URL for the endpoint setting of clients.</summary>
    public string Url => _endpoint.Url;

    /// <summary>
    /// The URL for encoders, to which the stream key is added. Encoders can use rtmp:// instead for channels that accept
    /// insecure connections. Null if the emulator does not accept encoders.
    /// </summary>
    public string? IngestUrl => _endpoint.IngestUrl;

    /// <summary>The events of encoders, oldest first, without stream keys.</summary>
    public IReadOnlyList<IngestRecord> IngestRecords => _endpoint.IngestRecords;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The default Region. Requests signed for another Region of Amazon IVS use separate resources.</summary>
    public string Region => _endpoint.Region;

    /// <summary>The account of the access key.</summary>
    public string AccountId => _endpoint.AccountId;

    /// <summary>The access key ID of the account.</summary>
    public string AccessKeyId => _endpoint.AccessKeyId;

    /// <summary>The secret access key of all access key IDs.</summary>
    public string SecretAccessKey => _endpoint.SecretAccessKey;

    /// <summary>The injected faults.</summary>
    public EmulatorFaults Faults => _endpoint.Faults;

    /// <summary>The live streams.</summary>
    public EmulatorStreams Streams => _endpoint.Streams;

    /// <summary>The states of recording configurations.</summary>
    public EmulatorRecordings Recordings => _endpoint.Recordings;

    /// <summary>The two-letter country of the viewers, for restriction policies. Null to skip the check of countries.</summary>
    public string? ViewerCountry
    {
        get => _endpoint.ViewerCountry;
        set => _endpoint.ViewerCountry = value;
    }

    /// <summary>The endpoint that handles the requests.</summary>
    internal EmulatorEndpoint Endpoint => _endpoint;

    /// <summary>The number of requests without a response yet.</summary>
    public int InFlight => _endpoint.InFlight;

    /// <summary>The recorded requests with a response, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _endpoint.Requests;

    /// <summary>The emulators in this process.</summary>
    public static IReadOnlyList<EmulatorServer> Running => new ValueList<EmulatorServer>(LocalEndpoints.All.Cast<EmulatorServer>());

    /// <summary>Opens an endpoint.</summary>
    /// <exception cref="ArgumentException">An additional account has the same access key ID as the default account.</exception>
    /// <exception cref="IOException">The port or the ingest port is in use.</exception>
    /// <exception cref="EmulatorStateException">The state file cannot be used.</exception>
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
        var host = new ListenerHost(listener, request => endpoint.RespondAsync(request), endpoint.Dispose);
        var server = new EmulatorServer(endpoint, host, port, options.SetEnvironment ? EmulatorEnvironment.Set(endpoint) : null);
        LocalEndpoints.Add(server);
        host.Start();
        return server;
    }

    /// <summary>The emulator in this process at a URL, or null.</summary>
    public static EmulatorServer? Find(string? url) => (EmulatorServer?)LocalEndpoints.Find(url);

    /// <summary>
    /// Moves the clock forward for rate limits, sessions, ad breaks and the expiry of tokens. The check of signatures uses the real clock.
    /// </summary>
    public void AdvanceClock(TimeSpan by) => _endpoint.AdvanceClock(by);

    /// <summary>Removes the recorded requests.</summary>
    public void ClearRequests() => _endpoint.ClearRequests();

    /// <summary>Saves the resources of all Regions and accounts if there is a file for them.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void SaveState() => _endpoint.SaveState();

    /// <summary>Closes the endpoint immediately and cancels waiting calls. Then the state is saved if there is a file for it.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void Dispose()
    {
        if (!LocalEndpoints.Remove(this))
            return;
        // The host is closed before the environment variables are restored: a call in between fails, and is not sent to AWS.
        _host.Dispose();
        _environment?.Dispose();
        _endpoint.SaveState();
    }

    /// <summary>The URL, never the secret.</summary>
    public override string ToString() => Url;
}
