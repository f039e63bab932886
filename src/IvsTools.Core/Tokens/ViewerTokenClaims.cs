namespace IvsTools.Tokens;

/// <summary>The contents of a viewer token. A claim is omitted if its value is null or empty.</summary>
internal sealed record ViewerTokenClaims
{
    /// <summary>The ARN of the token's channel.</summary>
    public required string ChannelArn { get; init; }

    /// <summary>
    /// The time after which playback can no longer start. Playback that has started can continue after this time. The token contains
    /// the time in whole seconds.
    /// </summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The sites whose pages can play the channel, such as <c>https://example.com</c>. A host can start with <c>*</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Indicates whether the service rejects requests from sites that are not in AllowedOrigins. If the value is false, only browsers
    /// reject these requests.
    /// </summary>
    public bool StrictOrigin { get; init; }

    /// <summary>The viewer's ID of 1 to 40 characters. The ID must not contain personal data. Revocation requires an ID.</summary>
    public string? ViewerId { get; init; }

    /// <summary>
    /// The viewer's session version. A revocation applies to all sessions with the revoked version or a lower version. If the
    /// value is null, the service uses 0.
    /// </summary>
    public long? ViewerSessionVersion { get; init; }

    /// <summary>The UUID of a single-use token.</summary>
    public string? SingleUseUuid { get; init; }

    /// <summary>The maximum resolution, which is SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>Indicates whether the viewer sees no ads.</summary>
    public bool AdsOptOut { get; init; }

    /// <summary>The player parameters for AWS Elemental MediaTailor. The keys and values can have up to 1,000 bytes in total.</summary>
    public IReadOnlyDictionary<string, string>? AdsPlayerParameters { get; init; }

    /// <summary>The name of a MediaTailor playback configuration in the ad configuration.</summary>
    public string? AdsPlaybackConfigurationName { get; init; }

    /// <summary>The ad reporting mode, which is CLIENT or SERVER.</summary>
    public string? AdsReportingMode { get; init; }

    /// <summary>Returns the expiry of a token with this lifetime. The result is limited to the valid range of times.</summary>
    public static DateTimeOffset ExpiryAfter(TimeSpan life)
    {
        var now = DateTimeOffset.UtcNow;
        if (life > DateTimeOffset.MaxValue - now)
            return DateTimeOffset.MaxValue;
        return life < DateTimeOffset.MinValue - now ? DateTimeOffset.MinValue : now + life;
    }
}
