using System.Collections.Concurrent;
using System.Net;
using System.Text;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Control;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Signing;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator;

/// <summary>An IVS endpoint on 127.0.0.1 that any AWS client can use: it checks signatures, validates, keeps state and refuses as the service does.</summary>
public sealed class EmulatorServer : IDisposable
{
    private static readonly ConcurrentDictionary<int, EmulatorServer> ByPort = new();

    private readonly HttpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly RequestLog _log = new();
    private readonly EmulatorState _state;
    private readonly EmulatorClock _clock;
    private readonly Dispatcher _dispatcher;
    private int _inFlight;

    private EmulatorServer(HttpListener listener, int port, EmulatorOptions options)
    {
        _listener = listener;
        Port = port;
        Region = options.Region;
        AccountId = options.AccountId;
        AccessKeyId = options.AccessKeyId ?? "AKIA" + EmulatorState.Random(16).ToUpperInvariant();
        SecretAccessKey = options.SecretAccessKey ?? EmulatorState.Random(40);
        _clock = new EmulatorClock(options.Time);
        Faults = new EmulatorFaults(_clock);
        Faults.Latency = options.Latency;
        Faults.RequestsPerSecond = options.RequestsPerSecond;
        Faults.PendingVerification = options.PendingVerification;
        _state = new EmulatorState(Region, AccountId, _clock);
        Streams = new EmulatorStreams(_state);
        Recordings = new EmulatorRecordings(_state);
        // Clients sign by their own clocks, whatever the emulator's is set to.
        _dispatcher = new Dispatcher(_state, Faults, _log, new SignatureCheck(Region, AccessKeyId, SecretAccessKey, options.SessionToken, options.Time), Url);
    }

    /// <summary>What to give as endpoint.</summary>
    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The Region to sign for.</summary>
    public string Region { get; }

    /// <summary>The account in every ARN.</summary>
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
        set
        {
            if (value is not null && !(value.Length == 2 && value.All(char.IsAsciiLetterUpper)))
                throw new ArgumentException($"'{value}' is not a country's two capital letters, such as DE.", nameof(value));
            _state.Playback.ViewerCountry = value;
        }
    }

    /// <summary>Requests that have come in and are not answered yet.</summary>
    public int InFlight => _inFlight;

    /// <summary>What reached the wire and was answered, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>The emulators of this process.</summary>
    public static IReadOnlyCollection<EmulatorServer> Running => [.. ByPort.Values];

    /// <summary>Opens an endpoint.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static EmulatorServer Start(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        var (listener, port) = LocalListener.Open(options.Port);
        var server = new EmulatorServer(listener, port, options);
        ByPort[port] = server;
        _ = Task.Run(server.ListenAsync);
        return server;
    }

    /// <summary>The emulator of this process at a URL, or null.</summary>
    public static EmulatorServer? Find(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback ? ByPort.GetValueOrDefault(uri.Port) : null;

    /// <summary>Sets the clock of rates, sessions, ad breaks and token expiry forward. Signatures are judged by the real clock.</summary>
    public void AdvanceClock(TimeSpan by) => _clock.Advance(by);

    /// <summary>Forgets what reached the wire.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Closes the endpoint at once; calls that wait are cut off.</summary>
    public void Dispose()
    {
        if (!ByPort.TryRemove(KeyValuePair.Create(Port, this)))
            return;
        _stop.Cancel();
        _listener.Close();
    }

    /// <summary>The URL; never the secret.</summary>
    public override string ToString() => Url;

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // One connection that went wrong does not end the endpoint; its closing does.
            }
        }
    }

#pragma warning disable CA1031 // each request ends, and nobody awaits this
    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        var rawUrl = request.RawUrl ?? "/";
        byte[] body = [];
        Interlocked.Increment(ref _inFlight);
        using var whenStopped = _stop.Token.Register(() => Answer.Cut(context.Response));
        try
        {
            (Answer Answer, string? Operation, BrokenAnswer? Broken) result;
            try
            {
                body = await Body.ReadAsync(request, _stop.Token).ConfigureAwait(false);
                if (!rawUrl.StartsWith(ControlRoute.Prefix, StringComparison.Ordinal) && Faults.Latency > TimeSpan.Zero)
                    await Task.Delay(Faults.Latency, _stop.Token).ConfigureAwait(false);
                result = _dispatcher.Handle(request.HttpMethod, rawUrl, request.Headers, body);
            }
            catch (ApiException e)
            {
                result = (Answer.Error(e), null, null);
            }
            if (!rawUrl.StartsWith(ControlRoute.Prefix, StringComparison.Ordinal))
                Record(request, rawUrl, body, result);
            await result.Answer.SendAsync(context.Response, result.Broken).ConfigureAwait(false);
        }
        // The client has gone, or the emulator is closing; and whatever else it was, the connection does not stay open.
        catch (Exception)
        {
            Answer.Cut(context.Response);
        }
#pragma warning restore CA1031
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private void Record(HttpListenerRequest request, string rawUrl, byte[] body, (Answer Answer, string? Operation, BrokenAnswer? Broken) result) =>
        _log.Add(new RecordedRequest(
            request.HttpMethod,
            rawUrl,
            result.Operation,
            Encoding.UTF8.GetString(body),
            request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase),
            result.Broken is null or BrokenAnswer.CutOffBody ? result.Answer.Status : result.Broken is BrokenAnswer.DropConnection ? 0 : 200,
            result.Answer.RequestId));
}
