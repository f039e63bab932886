namespace IvsTools.Tokens;

/// <summary>The contents of a viewer token. Null and empty values omit a claim.</summary>
public sealed record ViewerTokenClaims
{
    /// <summary>The channel that the token is for.</summary>
    public required string ChannelArn { get; init; }

    /// <summary>The time until which playback can start, in whole seconds. Playback can continue after that.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The sites whose pages can play the channel, such as <c>https://example.com</c>. A host can start with <c>*</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>If true, the service rejects sites that are not in AllowedOrigins. Otherwise, only browsers reject these sites.</summary>
    public bool StrictOrigin { get; init; }

    /// <summary>The ID of the viewer, 1 to 40 characters without personal data. Required for revocation.</summary>
    public string? ViewerId { get; init; }

    /// <summary>
    /// The session version of the viewer. You can revoke the sessions up to a version. For null, the service uses 0.
    /// </summary>
    public long? ViewerSessionVersion { get; init; }

    /// <summary>A UUID for a single-use token.</summary>
    public string? SingleUseUuid { get; init; }

    /// <summary>SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>If true, the viewer sees no ads.</summary>
    public bool AdsOptOut { get; init; }

    /// <summary>The player parameters for AWS Elemental MediaTailor, at most 1,000 bytes as JSON.</summary>
    public IReadOnlyDictionary<string, string>? AdsPlayerParameters { get; init; }

    /// <summary>The name of one of the MediaTailor playback configurations in the ad configuration.</summary>
    public string? AdsPlaybackConfigurationName { get; init; }

    /// <summary>CLIENT or SERVER.</summary>
    public string? AdsReportingMode { get; init; }

    /// <summary>The expiry for a lifetime, limited to the valid range of times. The rules check the maximum.</summary>
    public static DateTimeOffset ExpiryAfter(TimeSpan life)
    {
        var now = DateTimeOffset.UtcNow;
        if (life > DateTimeOffset.MaxValue - now)
            return DateTimeOffset.MaxValue;
        return life < DateTimeOffset.MinValue - now ? DateTimeOffset.MinValue : now + life;
    }
}
