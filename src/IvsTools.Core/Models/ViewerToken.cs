namespace IvsTools;

/// <summary>A signed token that lets one viewer start playback of a private channel.</summary>
public sealed record ViewerToken(
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
    /// <summary>The JWT itself, which whoever has it may use; views show <see cref="MaskedToken"/>.</summary>
    public string Token { get; } = Token;

    /// <summary>The token as views show it.</summary>
    public string? MaskedToken => Secret.Mask(Token);

    /// <summary>The channel that it opens.</summary>
    public string ChannelArn { get; } = ChannelArn;

    /// <summary>Who watches; null if the token is for anyone.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>The version up to which this viewer's sessions can be revoked.</summary>
    public long? ViewerSessionVersion { get; } = ViewerSessionVersion;

    /// <summary>Set for a token that opens the channel once.</summary>
    public string? SingleUseUuid { get; } = SingleUseUuid;

    /// <summary>The sites whose pages may play; empty for all.</summary>
    public IReadOnlyList<string> AllowedOrigin { get; } = AllowedOrigin;

    /// <summary>True if the service itself refuses other sites.</summary>
    public bool StrictOrigin { get; } = StrictOrigin;

    /// <summary>SD, HD or FULL_HD; null for no limit.</summary>
    public string? MaximumResolution { get; } = MaximumResolution;

    /// <summary>Until when playback may start.</summary>
    public DateTimeOffset ExpiresAt { get; } = ExpiresAt;

    /// <summary>The fingerprint of the key pair that verifies it, as Get-IvsPlaybackKeyPair shows it.</summary>
    public string KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The channel's playback URL with the token in it, ready to play and as secret as the token; null if no URL was given.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>Whom it is for; never the token.</summary>
    public override string ToString() => ViewerId is null ? $"viewer token for {ChannelArn}" : $"viewer token of {ViewerId} for {ChannelArn}";
}
