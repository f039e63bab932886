using IvsTools.Tokens;

namespace IvsTools.Emulator.State;

/// <summary>One viewer's playback of one channel, and what binds it; a channel that is not authorised does not know its viewers.</summary>
internal sealed record PlaybackSession(string ChannelArn, string? ViewerId = null, long Version = 0)
{
    /// <summary>None lets every site in.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>True refuses requests of other sites.</summary>
    public bool IsStrict { get; init; }

    /// <summary>SD, HD or FULL_HD; null for all.</summary>
    public string? MaximumResolution { get; init; }

    /// <summary>Null for a token that opens as often as wanted.</summary>
    public string? SingleUseUuid { get; init; }

    public bool Allows(string origin) => ViewerTokenInspection.IsOriginAllowed(AllowedOrigins, origin);

    /// <summary>The header's value: the page's own origin where it is allowed, else an allowed one, so that the browser refuses.</summary>
    public string AllowedOriginFor(string? origin) =>
        AllowedOrigins.Count == 0 ? "*" : origin is null ? "*" : Allows(origin) ? origin : AllowedOrigins[0];
}
