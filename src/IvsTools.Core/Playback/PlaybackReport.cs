namespace IvsTools;

/// <summary>Whether a playback URL can be played, and the reason if it cannot.</summary>
/// <param name="PlaybackUrl">The URL without its query, which contains the token.</param>
/// <param name="ChannelArn">The channel of the URL.</param>
public sealed record PlaybackReport(string PlaybackUrl, string ChannelArn)
{
    /// <summary>The URL without its query, which contains the token.</summary>
    public string PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The channel of the URL.</summary>
    public string ChannelArn { get; } = ChannelArn;

    /// <summary>
    /// True if a player can load the playlists. If an origin was specified, the player is on a page of this origin.
    /// False if the service or a header prevents playback. Null if the response does not show whether the channel can be played.
    /// </summary>
    public bool? CanPlay { get; init; }

    /// <summary>The reasons why the channel does not play, one sentence each.</summary>
    public IReadOnlyList<PlaybackProblem> Problems { get; init; } = [];

    /// <summary>What to do about the problems.</summary>
    public IReadOnlyList<string> RecommendedActions => [.. Problems.Select(problem => problem.RecommendedAction).Distinct()];

    /// <summary>Conditions that do not prevent playback, one sentence each.</summary>
    public IReadOnlyList<PlaybackProblem> Notes { get; init; } = [];

    /// <summary>The HTTP status of the last response.</summary>
    public int HttpStatus { get; init; }

    /// <summary>The error code of the service. Null if the response does not contain an error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error message of the service, unchanged. Null if the response does not contain an error message.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The renditions.</summary>
    public IReadOnlyList<PlaybackVariant> Variants { get; init; } = [];

    /// <summary>The clock of the service minus the clock of this machine, in whole seconds. Null if there is no Date header.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>
    /// Whether browsers allow pages of the origin to read the playlists. Null if no origin is specified, or no playlist was received.
    /// </summary>
    public bool? AllowsOrigin { get; init; }

    /// <summary>The report about the token at the time of the service. Null if there is no token.</summary>
    public ViewerTokenReport? Token { get; init; }

    /// <summary>The URL and the result.</summary>
    public override string ToString() =>
        $"{PlaybackUrl}: {CanPlay switch { true => "can play", false => "cannot play", null => "unknown" }}";
}
