using IvsTools.Text;

namespace IvsTools;

/// <summary>A signed token with which a viewer can start the playback of a private channel.</summary>
public sealed class ViewerToken(
    string Token,
    string ChannelArn,
    string? ViewerId,
    long? ViewerSessionVersion,
    string? SingleUseUuid,
    IReadOnlyList<string> AllowedOrigin,
    bool StrictOrigin,
    string? MaximumResolution,
    DateTimeOffset ExpiresAt,
    string KeyFingerprint,
    string? PlaybackUrl)
{
    /// <summary>The JWT. Anyone who has the JWT can use it. Views show <see cref="MaskedToken"/> instead.</summary>
    public string Token { get; } = Token;

    /// <summary>The masked token for views.</summary>
    public string? MaskedToken => Secret.Mask(Token);

    /// <summary>The ARN of the token's channel.</summary>
    public string ChannelArn { get; } = ChannelArn;

    /// <summary>The viewer's ID. The value is null if the token is for any viewer.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>The viewer's session version. A revocation applies to all sessions with the revoked version or a lower version.</summary>
    public long? ViewerSessionVersion { get; } = ViewerSessionVersion;

    /// <summary>The UUID of a single-use token.</summary>
    public string? SingleUseUuid { get; } = SingleUseUuid;

    /// <summary>The sites whose pages can play the channel. An empty list allows all sites.</summary>
    public IReadOnlyList<string> AllowedOrigin { get; } = SettingText.ListOf(AllowedOrigin);

    /// <summary>
    /// Indicates whether the service rejects requests from sites that are not in AllowedOrigin. If the value is false, only browsers
    /// reject these requests.
    /// </summary>
    public bool StrictOrigin { get; } = StrictOrigin;

    /// <summary>The maximum resolution, which is SD, HD or FULL_HD. The value is null if there is no limit.</summary>
    public string? MaximumResolution { get; } = MaximumResolution;

    /// <summary>The local time until which playback can start.</summary>
    public DateTime ExpiresAt { get; } = ExpiresAt.LocalDateTime;

    /// <summary>The fingerprint of the key pair that verifies the token. Get-IvsPlaybackKeyPair shows the same value.</summary>
    public string KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The playback URL that contains the token, or null. The URL is as secret as the token.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>Returns the viewer and the channel, but not the token.</summary>
    public override string ToString() =>
        ViewerId is null ? $"viewer token for {ChannelArn}" : $"viewer token of {ViewerId} for {ChannelArn}";
}
