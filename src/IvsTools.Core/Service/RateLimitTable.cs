using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>Stores the rate limits in use. A limit that was not used for ten minutes is removed.</summary>
/// <remarks>
/// A removed limit is created again when it is next used. After ten minutes without calls, the removed limit was in the same state as
/// the new one.
/// </remarks>
internal sealed class RateLimitTable(TimeProvider time)
{
    // Each test has its own clock. The table of a clock is removed with the clock.
    private static readonly ConditionalWeakTable<TimeProvider, RateLimitTable> Tables = [];
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<RateLimitKey, Use> _limits = [];
    private readonly object _gate = new();
    private DateTimeOffset _nextSweep = time.GetUtcNow() + Memory;

    /// <summary>Returns the rate limits that use the clock. Each clock has one table.</summary>
    public static RateLimitTable For(TimeProvider time) => Tables.GetValue(time, clock => new RateLimitTable(clock));

    /// <summary>Returns the limit, and creates it if it does not exist.</summary>
    public RateLimit Get(RateLimitKey key, Func<RateLimit> make)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now >= _nextSweep)
                Sweep(now);
            if (!_limits.TryGetValue(key, out var use))
                _limits[key] = use = new Use(make());
            use.Last = now;
            return use.Limit;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, use) in _limits)
        {
            if (now - use.Last >= Memory)
                _limits.Remove(key);
        }
        _nextSweep = now + Memory;
    }

    private sealed class Use(RateLimit limit)
    {
        public RateLimit Limit { get; } = limit;

        public DateTimeOffset Last { get; set; }
    }
}
