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
    private static readonly ConcurrentDictionary<(string Operation, string Endpoint, string Credential, string? Resource), Pace> All = new();

    private readonly Lazy<TokenBucketRateLimiter> _bucket;
    private readonly Pace? _whole;
    private volatile bool _on;

    private Pace(double requestsPerSecond, Pace? whole, bool on)
    {
        _on = on;
        _whole = whole;
        // A bucket has a timer; one that is never asked needs none.
        _bucket = new(() => new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = (int)requestsPerSecond,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / requestsPerSecond),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
    }

    /// <summary>The one pace of an operation; the endpoint's URL names the Region too.</summary>
    public static Pace Of(string operation, double requestsPerSecond, string endpoint, string credential, bool on) =>
        All.GetOrAdd((operation, endpoint, credential, null), _ => new Pace(requestsPerSecond, null, on));

    /// <summary>The pace of one resource within the operation's: both have to give a turn.</summary>
    public Pace OfResource(string operation, double requestsPerSecond, string endpoint, string credential, string resource, bool on) =>
        All.GetOrAdd((operation, endpoint, credential, resource), _ => new Pace(requestsPerSecond, this, on));

    /// <summary>Waits for a turn.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_on)
            (await _bucket.Value.AcquireAsync(1, cancellationToken).ConfigureAwait(false)).Dispose();
        if (_whole is not null)
            await _whole.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The endpoint has said "too many requests": from now on its calls are paced, and what was saved up is spent.</summary>
    public void Throttled()
    {
        _on = true;
        bool spent;
        do
        {
            using var lease = _bucket.Value.AttemptAcquire();
            spent = !lease.IsAcquired;
        }
        while (!spent);
    }
}
