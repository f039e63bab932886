namespace IvsTools;

/// <summary>A signed token with which one viewer can start playback of a private channel.</summary>
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
    /// <summary>The JWT, which can be used by everyone who has it. Views show <see cref="MaskedToken"/>.</summary>
    public string Token { get; } = Token;

    /// <summary>The token as views show it.</summary>
    public string? MaskedToken => Secret.Mask(Token);

    /// <summary>The channel that the token is for.</summary>
    public string ChannelArn { get; } = ChannelArn;

    /// <summary>The ID of the viewer. Null if the token is for any viewer.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>The session version of the viewer. You can revoke the sessions up to a version.</summary>
    public long? ViewerSessionVersion { get; } = ViewerSessionVersion;

    /// <summary>The UUID of a single-use token.</summary>
    public string? SingleUseUuid { get; } = SingleUseUuid;

    /// <summary>The sites whose pages can play the channel. Empty for all.</summary>
    public IReadOnlyList<string> AllowedOrigin { get; } = SettingText.ListOf(AllowedOrigin);

    /// <summary>True if the service rejects sites that are not in AllowedOrigin.</summary>
    public bool StrictOrigin { get; } = StrictOrigin;

    /// <summary>SD, HD or FULL_HD. Null for no limit.</summary>
    public string? MaximumResolution { get; } = MaximumResolution;

    /// <summary>The local time until which playback can start.</summary>
    public DateTime ExpiresAt { get; } = ExpiresAt.LocalDateTime;

    /// <summary>The fingerprint of the key pair that verifies the token, as in the output of Get-IvsPlaybackKeyPair.</summary>
    public string KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The playback URL of the channel with the token added. The URL is as secret as the token. Null if there is no URL.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The viewer and the channel, never the token.</summary>
    public override string ToString() =>
        ViewerId is null ? $"viewer token for {ChannelArn}" : $"viewer token of {ViewerId} for {ChannelArn}";
}
