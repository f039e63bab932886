namespace IvsTools;

/// <summary>Where and how the streams of the channels that refer to it are recorded.</summary>
/// <remarks>Lists carry a summary only: ThumbnailConfiguration, RenditionConfiguration and the reconnect window are null there.</remarks>
public sealed record RecordingConfiguration(
    string Arn,
    string? Name,
    string State,
    DestinationConfiguration DestinationConfiguration,
    ThumbnailConfiguration? ThumbnailConfiguration,
    int? RecordingReconnectWindowSeconds,
    RenditionConfiguration? RenditionConfiguration,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>CREATING, then ACTIVE or CREATE_FAILED.</summary>
    public string State { get; } = State;

    /// <summary>The bucket that recordings go to.</summary>
    public DestinationConfiguration DestinationConfiguration { get; } = DestinationConfiguration;

    /// <summary>Whether and how thumbnails are kept.</summary>
    public ThumbnailConfiguration? ThumbnailConfiguration { get; } = ThumbnailConfiguration;

    /// <summary>0 to 300 s within which a broadcast that breaks off and comes back is one recording.</summary>
    public int? RecordingReconnectWindowSeconds { get; } = RecordingReconnectWindowSeconds;

    /// <summary>Which renditions are recorded.</summary>
    public RenditionConfiguration? RenditionConfiguration { get; } = RenditionConfiguration;
}
