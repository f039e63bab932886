using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Tokens;

/// <summary>Signs viewer tokens with one key, on as many cores as asked. Not for two threads at once: the work itself is what runs in parallel.</summary>
public sealed class ViewerTokenSigner : IDisposable
{
    private readonly Lane[] _lanes;
    private int _next;

    /// <summary>Takes copies of the key, one for each core.</summary>
    /// <param name="key">The private key; it stays the caller's.</param>
    /// <param name="degree">How many tokens are signed at once, from 1.</param>
    public ViewerTokenSigner(PlaybackPrivateKey key, int degree)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        KeyFingerprint = key.PublicKey.Fingerprint;
        _lanes = [.. Enumerable.Range(0, degree).Select(_ => new Lane(key.Copy()))];
    }

    /// <summary>The fingerprint of the key's public half.</summary>
    public string KeyFingerprint { get; }

    /// <summary>Checks the claims, then signs them on another thread.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="playbackUrl">The channel's playback URL, to get it back with the token in it; null for none.</param>
    /// <param name="cancellationToken">Keeps it from being signed, if that has not begun.</param>
    /// <exception cref="ViewerTokenException">A claim breaks a rule; nothing is signed.</exception>
    public Task<ViewerToken> SignAsync(ViewerTokenClaims claims, string? playbackUrl = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        foreach (var problem in ViewerTokenRules.Check(claims, DateTimeOffset.UtcNow))
            throw new ViewerTokenException(problem);
        var lane = _lanes[_next];
        _next = (_next + 1) % _lanes.Length;
        // An ECDsa is not for two threads at once: what a lane gets, it does one after the other, cancelled or not.
        var signing = lane.Tail.ContinueWith(_ => Sign(lane.Key.Key, claims, playbackUrl), cancellationToken, TaskContinuationOptions.LazyCancellation, TaskScheduler.Default);
        lane.Tail = signing;
        return signing;
    }

    /// <summary>Waits for what is under way and lets the keys go.</summary>
    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            ((IAsyncResult)lane.Tail).AsyncWaitHandle.WaitOne();
            lane.Key.Dispose();
        }
    }

    private ViewerToken Sign(ECDsa key, ViewerTokenClaims claims, string? playbackUrl)
    {
        var unsigned = ViewerTokenFormat.Unsigned(claims);
        var signature = key.SignData(Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var token = $"{unsigned}.{Base64Url.EncodeToString(signature)}";
        return new ViewerToken(
            token,
            claims.ChannelArn,
            claims.ViewerId,
            claims.ViewerSessionVersion,
            claims.SingleUseUuid,
            claims.AllowedOrigins,
            claims.StrictOrigin,
            claims.MaximumResolution,
            DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt.ToUnixTimeSeconds()),
            KeyFingerprint,
            PlaybackAddress.WithToken(playbackUrl, token));
    }

    private sealed class Lane(PlaybackPrivateKey key)
    {
        public PlaybackPrivateKey Key { get; } = key;

        public Task Tail { get; set; } = Task.CompletedTask;
    }
}
