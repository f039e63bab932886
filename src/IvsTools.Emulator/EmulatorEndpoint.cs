using System.Text;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Control;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Signing;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator;

/// <summary>An IVS endpoint without a host. A host hands over requests and sends the answers.</summary>
public sealed class EmulatorEndpoint : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RequestLog _log = new();
    private readonly EmulatorState _state;
    private readonly EmulatorClock _clock;
    private readonly Dispatcher _dispatcher;
    private readonly CrossOrigin _crossOrigin;
    private readonly string? _statePath;
    private int _inFlight;

    /// <summary>Makes an endpoint, without resources unless there is a state to load.</summary>
    /// <param name="options">What it is.</param>
    /// <param name="url">Where the host listens, without a slash at the end.</param>
    /// <exception cref="EmulatorStateException">The state's file cannot be read, is not a state, or is that of another Region or account.</exception>
    public EmulatorEndpoint(EmulatorOptions options, string url)
    {
        Url = url;
        Region = options.Region;
        AccountId = options.AccountId;
        var names = new RandomText(options.Seed);
        AccessKeyId = options.AccessKeyId ?? "AKIA" + names.Next(16).ToUpperInvariant();
        SecretAccessKey = options.SecretAccessKey ?? names.Next(40);
        _clock = new EmulatorClock(options.Time);
        var faults = new FaultSchedule(_clock)
        {
            Latency = options.Latency,
            RequestsPerSecond = options.RequestsPerSecond,
            PendingVerification = options.PendingVerification,
        };
        Faults = new EmulatorFaults(faults);
        _state = new EmulatorState(Region, AccountId, _clock, new RandomText(options.Seed));
        _crossOrigin = new CrossOrigin(options.AllowedOrigins);
        _statePath = options.StatePath;
        if (_statePath is not null)
            StateFile.Load(_state, _statePath, url);
        Streams = new EmulatorStreams(new StreamControl(_state));
        Recordings = new EmulatorRecordings(new RecordingControl(_state));
        // Clients sign by their own clocks, whatever the emulator's is set to.
        _dispatcher = new Dispatcher(_state, faults, _log, new SignatureCheck(Region, AccessKeyId, SecretAccessKey, options.SessionToken, options.Time), Url);
    }

    /// <summary>Raised after a request to the API or to playback has its answer, on the thread that answers.</summary>
    public event EventHandler<AnsweredEventArgs>? Answered;

    /// <summary>Where the host listens.</summary>
    public string Url { get; }

    /// <summary>The Region to sign for.</summary>
    public string Region { get; }

    /// <summary>The account ID in every ARN.</summary>
    public string AccountId { get; }

    /// <summary>The one access key that is known here.</summary>
    public string AccessKeyId { get; }

    /// <summary>Its secret.</summary>
    public string SecretAccessKey { get; }

    /// <summary>How it misbehaves.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>Who is on air.</summary>
    public EmulatorStreams Streams { get; }

    /// <summary>How recording configurations end.</summary>
    public EmulatorRecordings Recordings { get; }

    /// <summary>Where viewers are, as two letters, for the countries of restriction policies; null plays no geography.</summary>
    public string? ViewerCountry
    {
        get => _state.Playback.ViewerCountry;
        set => _state.Playback.ViewerCountry = value;
    }

    /// <summary>Requests that have come in and are not answered yet.</summary>
    public int InFlight => _inFlight;

    /// <summary>What reached the wire and was answered, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>Sets the clock of rates, sessions, ad breaks and token expiry forward. Signatures are judged by the real clock.</summary>
    public void AdvanceClock(TimeSpan by) => _clock.Advance(by);

    /// <summary>Forgets what reached the wire.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <exception cref="OperationCanceledException">The endpoint was closed, or the client has gone: there is no answer.</exception>
    public async Task<EmulatorAnswer> AnswerAsync(EmulatorRequest request, CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, cancellationToken);
        var isControl = request.RawUrl.StartsWith(Paths.Control, StringComparison.Ordinal);
        byte[] body = [];
        var started = TimeProvider.System.GetTimestamp();
        Interlocked.Increment(ref _inFlight);
        try
        {
            (Answer Answer, string? Operation, BrokenAnswer? Broken) result;
            try
            {
                body = await Http.Body.ReadAsync(request.Body, request.ContentLength, ended.Token).ConfigureAwait(false);
                if (!isControl && Faults.Latency > TimeSpan.Zero)
                    await Task.Delay(Faults.Latency, ended.Token).ConfigureAwait(false);
                result = _crossOrigin.Preflight(request) is { } preflight ? (preflight, null, null) : _dispatcher.Handle(request.Method, request.RawUrl, request.Headers, body);
            }
            catch (ApiException e)
            {
                result = (Answer.Error(e), null, null);
            }
            if (!isControl)
                Record(request, body, result, TimeProvider.System.GetElapsedTime(started));
            return _crossOrigin.Allow(request, result.Answer).ToWire(result.Broken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>Saves the state, if the options name a file for it. A host calls it when nothing is under way any more.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public void SaveState()
    {
        if (_statePath is not null)
            StateFile.Save(_state, _statePath);
    }

    /// <summary>Ends what waits for an answer.</summary>
    public void Dispose() => _stop.Cancel();

    private void Record(EmulatorRequest request, byte[] body, (Answer Answer, string? Operation, BrokenAnswer? Broken) result, TimeSpan taken)
    {
        var record = new RecordedRequest(
            request.Method,
            request.RawUrl,
            result.Operation,
            Encoding.UTF8.GetString(body),
            request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase),
            result.Broken is null or BrokenAnswer.CutOffBody ? result.Answer.Status : result.Broken is BrokenAnswer.DropConnection ? 0 : 200,
            result.Answer.RequestId);
        _log.Add(record);
        Answered?.Invoke(this, new AnsweredEventArgs(record, result.Answer.ErrorType, taken));
    }
}
