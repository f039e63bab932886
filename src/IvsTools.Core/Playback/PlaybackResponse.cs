namespace IvsTools.Playback;

/// <summary>A complete response to a playback request.</summary>
internal sealed record PlaybackResponse(int Status, string? ContentType, byte[] Body)
{
    /// <summary>The time of the service. Null if the response does not have a Date header.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The clock of the service minus the clock of this machine. Null if the response does not have a Date header.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>The values of Access-Control-Allow-Origin.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
