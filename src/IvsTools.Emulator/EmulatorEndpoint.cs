using IvsTools.Emulator.Api;
using IvsTools.Emulator.Control;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Ingest;
using IvsTools.Emulator.Signing;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator;

/// <summary>
/// An IVS endpoint without an HTTP server. The host, which is an HTTP server, passes each request to
/// <see cref="RespondAsync"/> and sends the response.
/// </summary>
public class EmulatorEndpoint : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RequestLog _log = new();
    private readonly ScopedStates _states;
    private readonly Dispatcher _dispatcher;
    private readonly CrossOrigin _crossOrigin;
    private readonly string? _statePath;
    private readonly IngestLog _ingestLog;
    private readonly IngestServer? _ingest;
    private int _inFlight;

    /// <summary>Creates an endpoint, and loads its resources from the state file if that file exists.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="url">The URL of the host, without a final slash.</param>
    /// <exception cref="EmulatorOptionException">
    /// A value is invalid, or an additional account has the same access key ID as the default account.
    /// </exception>
    /// <exception cref="EmulatorPortException">The ingest port cannot be opened.</exception>
    /// <exception cref="EmulatorStateException">
    /// The state file cannot be read, is not valid, or contains a Region or account that the emulator does not accept.
    /// </exception>
    internal EmulatorEndpoint(EmulatorOptions options, string url)
    {
        options.Validate();
        Url = url;
        Region = options.Region;
        AccountId = options.AccountId;
        var names = new RandomText(options.Seed);
        AccessKeyId = options.AccessKeyId ?? "AKIA" + names.Next(16).ToUpperInvariant();
        SecretAccessKey = options.SecretAccessKey ?? names.Next(40);
        var clock = new EmulatorClock(options.Time);
        Faults = new FaultSchedule(clock)
        {
            Latency = options.Latency,
            RequestsPerSecond = options.RequestsPerSecond,
            PendingVerification = options.PendingVerification,
        };
        var accounts = new Dictionary<string, string>(options.AdditionalAccounts, StringComparer.Ordinal);
        if (!accounts.TryAdd(AccessKeyId, AccountId))
            throw new EmulatorOptionException($"The access key ID {AccessKeyId} has two accounts.");
        var keys = new AccessKeys(Region, accounts, SecretAccessKey, options.SessionToken);
        _states = new ScopedStates(new Scope(Region, AccountId), clock, options.Seed);
        _crossOrigin = new CrossOrigin(options.AllowedOrigins);
        _statePath = options.StatePath;
        _ingestLog = new IngestLog(clock, record => EncoderChanged?.Invoke(this, record));
        _ingest = options.IngestPort is { } ingestPort
            ? IngestServer.Open(options, ingestPort, new Admission(_states, options.Time), _ingestLog)
            : null;
        var ingestEndpoint = _ingest is null ? null : $"{new Uri(url).Host}:{_ingest.Port}";
        IngestUrl = ingestEndpoint is null ? null : $"rtmps://{ingestEndpoint}/app/";
        try
        {
            if (_statePath is not null)
            {
                StateFile.Load(
                    _states,
                    scope => keys.IsRegion(scope.Region) && keys.IsAccount(scope.AccountId),
                    _statePath,
                    url,
                    ingestEndpoint);
            }
        }
        catch
        {
            _ingest?.Dispose();
            throw;
        }
        Streams = new StreamControl(_states);
        Recordings = new RecordingControl(_states);
        var control = new ControlRoute(_states, Faults, _log, _ingestLog, SaveOnRequest);
        // Clients sign requests with their own clocks, so moving the emulator's clock forward must not affect the signature check.
        _dispatcher = new Dispatcher(_states, Faults, control, new SignatureCheck(keys, options.Time), Url, ingestEndpoint);
        _ingest?.Start();
    }

    /// <summary>
    /// Raised on the thread that handles the request, for each response to an API or playback request, and for each control request
    /// that fails because of an error in the emulator. An exception of a handler is recorded, and does not change the response.
    /// </summary>
    internal event EventHandler<ResponseEventArgs>? Responded;

    /// <summary>Raised on the thread of the encoder's connection when the encoder starts or ends a stream, or is rejected.</summary>
    internal event EventHandler<IngestRecord>? EncoderChanged;

    /// <summary>The URL of the host.</summary>
    public string Url { get; }

    /// <summary>
    /// The URL to which encoders append the stream key. For channels that allow insecure ingest, encoders can use rtmp:// instead
    /// of rtmps://. Null if the emulator does not accept encoders.
    /// </summary>
    public string? IngestUrl { get; }

    /// <summary>The default Region. Each Region has separate resources.</summary>
    public string Region { get; }

    /// <summary>The account ID of the default access key.</summary>
    public string AccountId { get; }

    /// <summary>The default access key ID.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key, which is the same for all access key IDs.</summary>
    public string SecretAccessKey { get; }

    /// <summary>The injected faults.</summary>
    public FaultSchedule Faults { get; }

    /// <summary>The live streams.</summary>
    public StreamControl Streams { get; }

    /// <summary>The states of recording configurations.</summary>
    public RecordingControl Recordings { get; }

    /// <summary>The viewers' two-letter country code. If null, playback restriction policies do not check the country.</summary>
    public string? ViewerCountry
    {
        get => _states.ViewerCountry;
        set => _states.ViewerCountry = value;
    }

    /// <summary>The resources of all Regions and accounts. Callers must lock this object.</summary>
    internal ScopedStates States => _states;

    /// <summary>The number of requests that wait for a response.</summary>
    public int InFlight => _inFlight;

    /// <summary>The requests that the emulator has responded to, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>The encoder events, oldest first. The events do not contain stream keys.</summary>
    public IReadOnlyList<IngestRecord> IngestRecords => _ingestLog.All;

    /// <summary>
    /// Moves the emulator's clock forward. The clock affects rate limits, sessions, ad breaks and the expiry of tokens, but
    /// not signatures.
    /// </summary>
    public void AdvanceClock(TimeSpan by) => _states.Time.Advance(by);

    /// <summary>Removes the recorded requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Responds to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled if the client disconnects.</param>
    /// <exception cref="OperationCanceledException">The endpoint was closed, or the client has disconnected.</exception>
    internal async Task<EmulatorResponse> RespondAsync(EmulatorRequest request, CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, cancellationToken);
        ended.Token.ThrowIfCancellationRequested();
        request = request with { RawUrl = RequestTarget.PathAndQuery(request.RawUrl) };
        var isControl = request.RawUrl.StartsWith(Paths.Control, StringComparison.Ordinal);
        byte[] body = [];
        var started = TimeProvider.System.GetTimestamp();
        Interlocked.Increment(ref _inFlight);
        try
        {
            HandledRequest result;
            try
            {
                body = await Http.Body.ReadAsync(request.Body, request.ContentLength, ended.Token).ConfigureAwait(false);
                if (!isControl && Faults.Latency > TimeSpan.Zero)
                    await Task.Delay(Faults.Latency, ended.Token).ConfigureAwait(false);
                result = _crossOrigin.Preflight(request) is { } preflight
                    ? new HandledRequest(preflight)
                    : _dispatcher.Handle(request.Method, request.RawUrl, request.Headers, body);
            }
            catch (ApiException e)
            {
                result = new HandledRequest(Response.Error(e));
            }
            if (!isControl || result.Exception is not null)
                Record(request, body, result, TimeProvider.System.GetElapsedTime(started));
            return _crossOrigin.Allow(request, result.Response).ToWire(result.Broken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>Saves the resources of all Regions and accounts to the state file. Without a state file, the method does nothing.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void SaveState()
    {
        if (_statePath is not null)
            StateFile.Save(_states, _statePath);
    }

    /// <summary>Cancels waiting requests, disconnects encoders, and ends their streams.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        _stop.Cancel();
        _ingest?.Dispose();
    }

    private void SaveOnRequest()
    {
        if (_statePath is null)
            throw ApiException.Validation("The emulator was started without a state file.");
        try
        {
            SaveState();
        }
        catch (EmulatorStateException e)
        {
            throw new ApiException(ApiErrorCode.InternalServerException, e.Message);
        }
    }

#pragma warning disable CA1031 // The operation is done, so an exception of an event handler must not change the response.
    private void Record(EmulatorRequest request, byte[] body, HandledRequest result, TimeSpan taken)
    {
        var record = _log.Add(request, body, result);
        try
        {
            Responded?.Invoke(this, new ResponseEventArgs(record, result.Response.ErrorType, taken));
        }
        catch (Exception e)
        {
            record.Exception ??= e;
        }
    }
#pragma warning restore CA1031
}
