using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Tokens;

/// <summary>
/// Signs viewer tokens with one key on the specified number of cores. Not thread-safe: the signing itself runs in parallel.
/// </summary>
public sealed class ViewerTokenSigner : IDisposable
{
    private readonly Lane[] _lanes;
    private int _next;

    /// <summary>Creates a copy of the key for each core.</summary>
    /// <param name="key">The private key, which the caller disposes.</param>
    /// <param name="degree">The maximum number of concurrent signatures, at least 1.</param>
    public ViewerTokenSigner(PlaybackPrivateKey key, int degree)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        KeyFingerprint = key.PublicKey.Fingerprint;
        _lanes = [.. Enumerable.Range(0, degree).Select(_ => new Lane(key.Copy()))];
    }

    /// <summary>The fingerprint of the public half.</summary>
    public string KeyFingerprint { get; }

    /// <summary>Checks the claims, then signs them on another thread.</summary>
    /// <param name="claims">The contents of the token.</param>
    /// <param name="playbackUrl">The playback URL of the channel, which is returned with the token added, or null.</param>
    /// <param name="cancellationToken">Cancels the signature if it has not started.</param>
    /// <exception cref="ViewerTokenException">A claim breaks a rule. Nothing is signed.</exception>
    public Task<ViewerToken> SignAsync(ViewerTokenClaims claims, string? playbackUrl = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        foreach (var problem in ViewerTokenRules.Check(claims, DateTimeOffset.UtcNow))
            throw new ViewerTokenException(problem);
        var lane = _lanes[_next];
        _next = (_next + 1) % _lanes.Length;
        // An ECDsa is not thread-safe, so each lane completes one task after the other, cancelled or not.
        var signing = lane.Tail.ContinueWith(
            _ => Sign(lane.Key.Key, claims, playbackUrl),
            cancellationToken,
            TaskContinuationOptions.LazyCancellation,
            TaskScheduler.Default);
        lane.Tail = signing;
        return signing;
    }

    /// <summary>Waits for running work and disposes the keys.</summary>
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
        var length = unsigned.Length + 1 + Base64Url.GetEncodedLength(ViewerTokenFormat.SignatureLength);
        if (ViewerTokenRules.CheckLength(length) is { } tooLong)
            throw new ViewerTokenException(tooLong);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
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
