using IvsTools.Emulator.Control;
using IvsTools.Emulator.Faults;
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

    /// <inheritdoc cref="EmulatorEndpoint.IngestUrl"/>
    public string? IngestUrl => _endpoint.IngestUrl;

    /// <inheritdoc cref="EmulatorEndpoint.IngestRecords"/>
    public IReadOnlyList<IngestRecord> IngestRecords => _endpoint.IngestRecords;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <inheritdoc cref="EmulatorEndpoint.Region"/>
    public string Region => _endpoint.Region;

    /// <inheritdoc cref="EmulatorEndpoint.AccountId"/>
    public string AccountId => _endpoint.AccountId;

    /// <inheritdoc cref="EmulatorEndpoint.AccessKeyId"/>
    public string AccessKeyId => _endpoint.AccessKeyId;

    /// <inheritdoc cref="EmulatorEndpoint.SecretAccessKey"/>
    public string SecretAccessKey => _endpoint.SecretAccessKey;

    /// <inheritdoc cref="EmulatorEndpoint.Faults"/>
    public FaultSchedule Faults => _endpoint.Faults;

    /// <inheritdoc cref="EmulatorEndpoint.Streams"/>
    public StreamControl Streams => _endpoint.Streams;

    /// <inheritdoc cref="EmulatorEndpoint.Recordings"/>
    public RecordingControl Recordings => _endpoint.Recordings;

    /// <inheritdoc cref="EmulatorEndpoint.ViewerCountry"/>
    public string? ViewerCountry
    {
        get => _endpoint.ViewerCountry;
        set => _endpoint.ViewerCountry = value;
    }

    internal EmulatorEndpoint Endpoint => _endpoint;

    /// <inheritdoc cref="EmulatorEndpoint.InFlight"/>
    public int InFlight => _endpoint.InFlight;

    /// <inheritdoc cref="EmulatorEndpoint.Requests"/>
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

    /// <inheritdoc cref="EmulatorEndpoint.AdvanceClock"/>
    public void AdvanceClock(TimeSpan by) => _endpoint.AdvanceClock(by);

    /// <inheritdoc cref="EmulatorEndpoint.ClearRequests"/>
    public void ClearRequests() => _endpoint.ClearRequests();

    /// <inheritdoc cref="EmulatorEndpoint.SaveState"/>
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
