using IvsTools.Tokens;

namespace IvsTools.Emulator.State;

/// <summary>Playback of one channel by one viewer, and its restrictions. A public channel does not identify its viewers.</summary>
internal sealed record PlaybackSession(string ChannelArn, string? ViewerId = null, long Version = 0)
{
    /// <summary>Empty to allow every site.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>True to reject requests from sites that are not allowed.</summary>
    public bool IsStrict { get; init; }

    /// <summary>SD, HD or FULL_HD. Null for all.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>Null for a token that can be used several times.</summary>
    public string? SingleUseUuid { get; init; }

    public bool Allows(string origin) => ViewerTokenInspection.IsOriginAllowed(AllowedOrigins, origin);

    /// <summary>
    /// The value of the header:
    /// the origin of the page if it is allowed, otherwise an allowed origin, so that the browser rejects the response.
    /// </summary>
    public string AllowedOriginFor(string? origin) =>
        AllowedOrigins.Count == 0 ? "*" : origin is null ? "*" : Allows(origin) ? origin : AllowedOrigins[0];
}
