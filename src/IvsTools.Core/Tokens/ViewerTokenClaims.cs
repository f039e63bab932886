namespace IvsTools.Tokens;

/// <summary>What a viewer token says. Null and empty leave a claim out.</summary>
public sealed record ViewerTokenClaims
{
    /// <summary>The channel that the token is for.</summary>
    public required string ChannelArn { get; init; }

    /// <summary>Until when playback may start; whole seconds. It may go on after that.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The sites whose pages can play the channel, such as <c>https://example.com</c>; a host may begin with <c>*</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>True has the service itself refuse other sites; without it only browsers do.</summary>
    public bool StrictOrigin { get; init; }

    /// <summary>Who watches, in 1 to 40 characters without personal data; needed for revocation.</summary>
    public string? ViewerId { get; init; }

    /// <summary>Tells a viewer's sessions apart, so that those up to a version can be revoked. The service takes 0 for null.</summary>
    public long? ViewerSessionVersion { get; init; }

    /// <summary>A UUID; the token opens the channel once.</summary>
    public string? SingleUseUuid { get; init; }

    /// <summary>SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>The time after so long a life, or the last or first one that there is: the rules say what is too far.</summary>
    public static DateTimeOffset ExpiryAfter(TimeSpan life)
    {
        var now = DateTimeOffset.UtcNow;
        return life > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : life < DateTimeOffset.MinValue - now ? DateTimeOffset.MinValue : now + life;
    }
}
