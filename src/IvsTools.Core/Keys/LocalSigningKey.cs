using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Signs with copies of a private key in memory. The object is thread-safe.</summary>
internal sealed class LocalSigningKey : ISigningKey
{
    private readonly Lane[] _lanes;
    private int _next;

    /// <summary>Creates one copy of the key for each concurrent signature.</summary>
    /// <param name="key">The private key, which the caller disposes.</param>
    /// <param name="degree">The maximum number of concurrent signatures, at least 1.</param>
    public LocalSigningKey(PlaybackPrivateKey key, int degree)
    {
        PublicKey = key.PublicKey;
        _lanes = [.. Enumerable.Range(0, degree).Select(_ => new Lane(key.Copy()))];
    }

    /// <inheritdoc/>
    public PlaybackPublicKey PublicKey { get; }

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        lock (_lanes)
        {
            var lane = _lanes[_next];
            _next = (_next + 1) % _lanes.Length;
            // An ECDsa object is not thread-safe, so each copy runs one task at a time. With LazyCancellation, even a canceled task
            // waits for the previous one.
            var signing = lane.Tail.ContinueWith(
                _ => lane.Key.Key.SignData(data.Span, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
                cancellationToken,
                TaskContinuationOptions.LazyCancellation,
                TaskScheduler.Default);
            lane.Tail = signing;
            return signing;
        }
    }

    /// <summary>Waits until the running tasks end, and disposes the copies of the key.</summary>
    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            ((IAsyncResult)lane.Tail).AsyncWaitHandle.WaitOne();
            lane.Key.Dispose();
        }
    }

    private sealed class Lane(PlaybackPrivateKey key)
    {
        public PlaybackPrivateKey Key { get; } = key;

        public Task Tail { get; set; } = Task.CompletedTask;
    }
}
