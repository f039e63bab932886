namespace IvsTools;

/// <summary>Reports whether a player can play a playback URL, and the reason if it cannot.</summary>
public sealed record PlaybackReport(string PlaybackUrl, string ChannelArn)
{
    /// <summary>The URL without its query. A token in the query is a secret.</summary>
    public string PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The channel of the URL.</summary>
    public string ChannelArn { get; } = ChannelArn;

    /// <summary>The ID of the viewer in the token. The value is null if there is no token or the token does not contain an ID.</summary>
    public string? ViewerId => Token?.ViewerId;

    /// <summary>
    /// Indicates whether a player can load the playlists. If an origin was specified, this applies to a player on a page from that
    /// origin.
    /// </summary>
    /// <remarks>
    /// The value is false if the service or a header prevents playback. The value is null if the response does not
    /// show whether playback is possible.
    /// </remarks>
    public bool? CanPlay { get; init; }

    /// <summary>The reasons why the channel does not play.</summary>
    public IReadOnlyList<PlaybackProblem> Problems { get; init; } = [];

    /// <summary>The recommended actions for the problems.</summary>
    public IReadOnlyList<string> RecommendedActions =>
        SettingText.ListOf([.. Problems.Select(problem => problem.RecommendedAction).Distinct()]);

    /// <summary>Conditions that do not prevent playback.</summary>
    public IReadOnlyList<PlaybackProblem> Notes { get; init; } = [];

    /// <summary>The HTTP status of the last response.</summary>
    public int HttpStatus { get; init; }

    /// <summary>The error code of the service. The value is null if the response does not contain an error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The error message of the service, with secrets removed. The value is null if the response does not contain an error message.
    /// </summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The renditions in the multivariant playlist.</summary>
    public IReadOnlyList<PlaybackVariant> Variants { get; init; } = [];

    /// <summary>
    /// The service's clock minus this machine's clock, in whole seconds. The value is null if the response has no
    /// Date header.
    /// </summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>Indicates whether browsers allow pages from the origin to read the playlists.</summary>
    /// <remarks>The value is null if no origin was specified or no playlist was received.</remarks>
    public bool? AllowsOrigin { get; init; }

    /// <summary>The report about the token, based on the clock of the service. The value is null if there is no token.</summary>
    public ViewerTokenReport? Token { get; init; }

    /// <summary>Returns the URL and the result.</summary>
    public override string ToString() =>
        $"{PlaybackUrl}: {CanPlay switch { true => "can play", false => "cannot play", null => "unknown" }}";
}
