using System.Diagnostics.CodeAnalysis;

namespace IvsTools.Service;

/// <summary>Limits the rate of calls to one operation. Callers with the same credentials and endpoint share the limit.</summary>
/// <remarks>
/// The limits of AWS are known, so calls to an AWS endpoint are limited from the start. Other endpoints can have different limits
/// or no limits, so calls to them are limited only after the first "too many requests" response. System.Threading.RateLimiting is
/// not used, because it waits on the clock of the machine, so tests would also have to wait.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has no unmanaged resources if its wait handle is not used.")]
internal sealed class RateLimit
{
    private readonly TimeSpan _interval;
    private readonly TimeSpan _burst;
    private readonly TimeProvider _time;
    private readonly RateLimit? _operationLimit;
    // Only the first call in the queue waits for the time of the next allowed call. If it is canceled, the second call takes its place, so
    // a canceled call does not delay the others.
    private readonly SemaphoreSlim _queue = new(1);
    private readonly object _gate = new();
    private DateTimeOffset _next;
    private volatile bool _isOn;

    /// <param name="requestsPerSecond">The maximum rate, which is also the maximum number of calls in a burst.</param>
    /// <param name="isOn">False if the limit applies only after the first call to <see cref="Throttled"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="operationLimit">An additional limit, for all resources of the operation. Can be null.</param>
    public RateLimit(double requestsPerSecond, bool isOn, TimeProvider time, RateLimit? operationLimit = null)
    {
        _interval = TimeSpan.FromSeconds(1 / requestsPerSecond);
        _burst = _interval * (Math.Max(1, Math.Floor(requestsPerSecond)) - 1);
        (_operationLimit, _isOn, _time, _next) = (operationLimit, isOn, time, time.GetUtcNow());
    }

    /// <summary>Returns the limit that all calls with the same key share.</summary>
    public static RateLimit Of(
        RateLimitKey key, double requestsPerSecond, bool isOn, TimeProvider time, RateLimit? operationLimit = null) =>
        RateLimitTable.For(time).Get(key, () => new RateLimit(requestsPerSecond, isOn, time, operationLimit));

    /// <summary>Waits until the rate limit allows the call.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_isOn)
            await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        if (_operationLimit is not null)
            await _operationLimit.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Turns the limit on after the endpoint has returned "too many requests". The next calls do not form a burst.</summary>
    public void Throttled()
    {
        _isOn = true;
        var spent = _time.GetUtcNow() + _burst + _interval;
        lock (_gate)
            _next = Later(_next, spent);
    }

    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await _queue.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TakeTurn() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _queue.Release();
        }
    }

    // Returns zero if the call can be sent. Otherwise, returns the time to wait.
    private TimeSpan TakeTurn()
    {
        var now = _time.GetUtcNow();
        // The lock is necessary, because Throttled() changes _next without entering the queue.
        lock (_gate)
        {
            var wait = _next - _burst - now;
            if (wait > TimeSpan.Zero)
                return wait;
            _next = Later(_next, now) + _interval;
            return TimeSpan.Zero;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
