using IvsTools.Emulator.Http;
using IvsTools.Service;

namespace IvsTools.Emulator;

/// <summary>An IVS endpoint on 127.0.0.1 for any AWS client.</summary>
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

    /// <summary>The endpoint URL for AWS clients.</summary>
    public string Url => _endpoint.Url;

    /// <summary>
    /// The URL to which encoders append the stream key. For channels that allow insecure ingest, encoders can use rtmp:// instead
    /// of rtmps://. Null if the emulator does not accept encoders.
    /// </summary>
    public string? IngestUrl => _endpoint.IngestUrl;

    /// <summary>The encoder events without stream keys, oldest first.</summary>
    public IReadOnlyList<IngestRecord> IngestRecords => _endpoint.IngestRecords;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The default Region. Each Region has separate resources.</summary>
    public string Region => _endpoint.Region;

    /// <summary>The account ID of the default access key.</summary>
    public string AccountId => _endpoint.AccountId;

    /// <summary>The default access key ID.</summary>
    public string AccessKeyId => _endpoint.AccessKeyId;

    /// <summary>The secret access key, which is the same for all access key IDs.</summary>
    public string SecretAccessKey => _endpoint.SecretAccessKey;

    /// <summary>The injected faults.</summary>
    public EmulatorFaults Faults => _endpoint.Faults;

    /// <summary>The live streams.</summary>
    public EmulatorStreams Streams => _endpoint.Streams;

    /// <summary>The states of recording configurations.</summary>
    public EmulatorRecordings Recordings => _endpoint.Recordings;

    /// <summary>The viewers' two-letter country code. If null, playback restriction policies do not check the country.</summary>
    public string? ViewerCountry
    {
        get => _endpoint.ViewerCountry;
        set => _endpoint.ViewerCountry = value;
    }

    internal EmulatorEndpoint Endpoint => _endpoint;

    /// <summary>The number of requests that wait for a response.</summary>
    public int InFlight => _endpoint.InFlight;

    /// <summary>The requests that the emulator has responded to, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _endpoint.Requests;

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

    /// <summary>Returns the emulator in this process that has the URL, or null.</summary>
    public static EmulatorServer? Find(string? url) => (EmulatorServer?)LocalEndpoints.Find(url);

    /// <summary>
    /// Moves the emulator's clock forward. The clock affects rate limits, sessions, ad breaks and the expiry of tokens, but
    /// not signatures.
    /// </summary>
    public void AdvanceClock(TimeSpan by) => _endpoint.AdvanceClock(by);

    /// <summary>Removes the recorded requests.</summary>
    public void ClearRequests() => _endpoint.ClearRequests();

    /// <summary>Saves the resources of all Regions and accounts to the state file. Without a state file, the method does nothing.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void SaveState() => _endpoint.SaveState();

    /// <summary>Closes the endpoint, cancels waiting calls, and saves the state file if the options specify one.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void Dispose()
    {
        if (!LocalEndpoints.Remove(this))
            return;
        // The host is closed before the environment variables are restored, so that a call fails instead of being sent to AWS.
        _host.Dispose();
        _environment?.Dispose();
        _endpoint.SaveState();
    }

    /// <summary>Returns the URL, because the other properties include secrets.</summary>
    public override string ToString() => Url;
}
