using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace IvsTools.Service;

/// <summary>Keeps one operation under the service's rate, for everything in this process that shares account and Region.</summary>
/// <remarks>
/// The rates are those of AWS, so AWS's own endpoints are paced from the first call. Another endpoint may have other
/// limits or none: it is paced only from the first answer that says "too many requests".
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A pace lives as long as the process.")]
internal sealed class Pace
{
    private static readonly ConcurrentDictionary<(string Operation, string Endpoint, string Credential), Pace> All = new();

    private readonly TokenBucketRateLimiter _bucket;
    private volatile bool _on;

    private Pace(double requestsPerSecond, bool on)
    {
        _on = on;
        _bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = (int)requestsPerSecond,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / requestsPerSecond),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>The one pace of an operation; the endpoint's URL names the Region too.</summary>
    public static Pace Of(string operation, double requestsPerSecond, string endpoint, string credential, bool on) =>
        All.GetOrAdd((operation, endpoint, credential), _ => new Pace(requestsPerSecond, on));

    /// <summary>Waits for a turn.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (!_on)
            return;
        using var _ = await _bucket.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The endpoint has said "too many requests": from now on its calls are paced.</summary>
    public void Throttled() => _on = true;
}
