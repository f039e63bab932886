namespace IvsTools.Playback;

/// <summary>A complete response to a playback request.</summary>
internal sealed record PlaybackResponse(int Status, string? ContentType, byte[] Body)
{
    /// <summary>The time of the service. The value is null if the response does not have a Date header.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The service's clock minus this machine's clock. The value is null if the response does not have a Date header.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>The values of the Access-Control-Allow-Origin headers.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
