using System.Buffers.Text;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Tokens;

/// <summary>Signs viewer tokens with one key. The object is thread-safe.</summary>
/// <param name="key">The key, which is disposed with this object.</param>
internal sealed class ViewerTokenSigner(ISigningKey key) : IDisposable
{
    /// <summary>The fingerprint of the public key that verifies the tokens.</summary>
    public string KeyFingerprint { get; } = key.PublicKey.Fingerprint;

    /// <summary>Checks the claims and then signs them.</summary>
    /// <param name="claims">The contents of the token.</param>
    /// <param name="playbackUrl">The playback URL of the channel, or null. The result contains the URL with the token.</param>
    /// <param name="cancellationToken">Cancels the signing.</param>
    /// <exception cref="ViewerTokenException">A claim breaks a rule. Nothing was signed.</exception>
    public Task<ViewerToken> SignAsync(ViewerTokenClaims claims, string? playbackUrl = null, CancellationToken cancellationToken = default)
    {
        foreach (var problem in ViewerTokenRules.Check(claims, DateTimeOffset.UtcNow))
            throw new ViewerTokenException(problem);
        return SignCheckedAsync(claims, playbackUrl, cancellationToken);
    }

    /// <summary>Disposes the key.</summary>
    public void Dispose() => key.Dispose();

    private async Task<ViewerToken> SignCheckedAsync(ViewerTokenClaims claims, string? playbackUrl, CancellationToken cancellationToken)
    {
        var unsigned = ViewerTokenFormat.Unsigned(claims);
        var length = unsigned.Length + 1 + Base64Url.GetEncodedLength(ViewerTokenFormat.SignatureLength);
        if (ViewerTokenRules.CheckLength(length) is { } tooLong)
            throw new ViewerTokenException(tooLong);
        var signature = await key.SignAsync(Encoding.ASCII.GetBytes(unsigned), cancellationToken).ConfigureAwait(false);
        var token = $"{unsigned}.{Base64Url.EncodeToString(signature)}";
        return Describe(token, claims, KeyFingerprint, playbackUrl);
    }

    public static ViewerToken Describe(string token, ViewerTokenClaims claims, string keyFingerprint, string? playbackUrl) => new(
        token,
        claims.ChannelArn,
        claims.ViewerId,
        claims.ViewerSessionVersion,
        claims.SingleUseUuid,
        claims.AllowedOrigins,
        claims.StrictOrigin,
        claims.MaximumResolution,
        DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt.ToUnixTimeSeconds()),
        keyFingerprint,
        PlaybackAddress.WithToken(playbackUrl, token));
}
