using IvsTools.Tokens;

namespace IvsTools.Emulator.State;

/// <summary>One viewer's playback of a channel. Viewers of a public channel have no ID.</summary>
internal sealed record PlaybackSession(string ChannelArn, string? ViewerId = null, long Version = 0)
{
    /// <summary>The sites that can play the channel. If empty, every site is allowed.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>True if the emulator must reject requests from other sites.</summary>
    public bool IsStrict { get; init; }

    /// <summary>SD, HD or FULL_HD. Null if the resolution is not limited.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>The UUID of a single-use token. Null for other tokens.</summary>
    public string? SingleUseUuid { get; init; }

    public bool Allows(string origin) => ViewerTokenRules.Allows(AllowedOrigins, origin);

    /// <summary>
    /// Returns the value of the CORS header for a page. If the page is not allowed, the value is a different origin, so the
    /// browser rejects the response.
    /// </summary>
    public string AllowedOriginFor(string? origin) =>
        AllowedOrigins.Count == 0 || origin is null ? "*" : Allows(origin) ? origin : AllowedOrigins[0];
}
