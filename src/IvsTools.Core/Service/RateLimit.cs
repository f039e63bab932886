using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace IvsTools.Service;

/// <summary>Keeps one operation under the service's rate, for everything in this process that shares account and Region.</summary>
/// <remarks>
/// The rates are those of AWS, so AWS's own endpoints are limited from the first call. Another endpoint may have other
/// limits or none: it is limited only from its first answer that says "too many requests".
/// System.Threading.RateLimiting measures time by the machine's clock only, so its waits cannot be tested without waiting.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A limit lives as long as the process.")]
internal sealed class RateLimit
{
    private static readonly ConcurrentDictionary<(string Operation, string Endpoint, string Credential, string? Resource, TimeProvider Time), RateLimit> All = new();

    private readonly TimeSpan _interval;
    private readonly TimeSpan _burst;
    private readonly TimeProvider _time;
    private readonly RateLimit? _whole;
    // Who waits holds no turn yet: a call that is cancelled in the queue leaves no gap.
    private readonly SemaphoreSlim _queue = new(1);
    private DateTimeOffset _next;
    private volatile bool _isOn;

    /// <param name="requestsPerSecond">The rate; a second's worth may be sent at once.</param>
    /// <param name="whole">The limit that this one is part of; null for none.</param>
    /// <param name="isOn">False to wait for the first <see cref="Throttled"/>.</param>
    /// <param name="time">The clock.</param>
    public RateLimit(double requestsPerSecond, RateLimit? whole, bool isOn, TimeProvider time)
    {
        _interval = TimeSpan.FromSeconds(1 / requestsPerSecond);
        _burst = _interval * (Math.Max(1, Math.Floor(requestsPerSecond)) - 1);
        (_whole, _isOn, _time, _next) = (whole, isOn, time, time.GetUtcNow());
    }

    /// <summary>The one limit of an operation; the endpoint's URL names the Region too.</summary>
    public static RateLimit Of(string operation, double requestsPerSecond, string endpoint, string credential, bool isOn, TimeProvider time) =>
        All.GetOrAdd((operation, endpoint, credential, null, time), _ => new RateLimit(requestsPerSecond, null, isOn, time));

    /// <summary>The limit of one resource within the operation's: both have to give a turn.</summary>
    public RateLimit OfResource(string operation, double requestsPerSecond, string endpoint, string credential, string resource, bool isOn) =>
        All.GetOrAdd((operation, endpoint, credential, resource, _time), _ => new RateLimit(requestsPerSecond, this, isOn, _time));

    /// <summary>Waits for a turn.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_isOn)
            await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        if (_whole is not null)
            await _whole.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The endpoint has said "too many requests": from now on its calls are limited, and what was saved up is spent.</summary>
    public void Throttled()
    {
        _isOn = true;
        var spent = _time.GetUtcNow() + _burst + _interval;
        if (_next < spent)
            _next = spent;
    }

    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await _queue.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_next - _burst - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            _next = (_next > now ? _next : now) + _interval;
        }
        finally
        {
            _queue.Release();
        }
    }
}
