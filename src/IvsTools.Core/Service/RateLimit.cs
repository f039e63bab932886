using System.Diagnostics.CodeAnalysis;

namespace IvsTools.Service;

/// <summary>
/// Keeps one operation below the rate limit of the service, for all callers in this process with the same account and Region.
/// </summary>
/// <remarks>
/// The rates are the rates of AWS, so AWS endpoints are limited from the first call. Other endpoints can have
/// different limits or none, so they are limited only after their first response with "too many requests".
/// System.Threading.RateLimiting uses the clock of the machine, so its waits cannot be tested without waiting.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has no unmanaged resources if its wait handle is not used.")]
internal sealed class RateLimit
{
    private readonly TimeSpan _interval;
    private readonly TimeSpan _burst;
    private readonly TimeProvider _time;
    private readonly RateLimit? _whole;
    // A waiting call does not reserve a turn, so a call that is canceled in the queue leaves no gap.
    private readonly SemaphoreSlim _queue = new(1);
    private DateTimeOffset _next;
    private volatile bool _isOn;

    /// <param name="requestsPerSecond">The rate. The calls of one second can be sent at once.</param>
    /// <param name="whole">The limit that includes this limit, or null.</param>
    /// <param name="isOn">False to apply the limit only after the first <see cref="Throttled"/>.</param>
    /// <param name="time">The clock.</param>
    public RateLimit(double requestsPerSecond, RateLimit? whole, bool isOn, TimeProvider time)
    {
        _interval = TimeSpan.FromSeconds(1 / requestsPerSecond);
        _burst = _interval * (Math.Max(1, Math.Floor(requestsPerSecond)) - 1);
        (_whole, _isOn, _time, _next) = (whole, isOn, time, time.GetUtcNow());
    }

    /// <summary>The limit of an operation, which all its callers share. The URL of the endpoint includes the Region.</summary>
    public static RateLimit Of(
        string operation, double requestsPerSecond, string endpoint, string credential, bool isOn, TimeProvider time) =>
        RateLimitTable.For(time).Get(new(operation, endpoint, credential, null), () => new RateLimit(requestsPerSecond, null, isOn, time));

    /// <summary>The limit of one resource, which applies in addition to the limit of the operation.</summary>
    public RateLimit OfResource(
        string operation, double requestsPerSecond, string endpoint, string credential, string resource, bool isOn) =>
        RateLimitTable.For(_time).Get(
            new(operation, endpoint, credential, resource), () => new RateLimit(requestsPerSecond, this, isOn, _time));

    /// <summary>Waits until the rate limit allows the call.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_isOn)
            await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        if (_whole is not null)
            await _whole.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The endpoint has returned "too many requests": its calls are now limited, without a burst.</summary>
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
