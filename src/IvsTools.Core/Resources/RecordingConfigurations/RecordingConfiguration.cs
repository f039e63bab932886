namespace IvsTools;

/// <summary>Where and how the streams of the channels that use this recording configuration are recorded.</summary>
/// <remarks>Lists contain only a summary: ThumbnailConfiguration, RenditionConfiguration and the reconnect window are null.</remarks>
public sealed class RecordingConfiguration(
    string Arn,
    string? Name,
    string State,
    DestinationConfiguration DestinationConfiguration,
    ThumbnailConfiguration? ThumbnailConfiguration,
    int? RecordingReconnectWindowSeconds,
    RenditionConfiguration? RenditionConfiguration,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>CREATING, then ACTIVE or CREATE_FAILED.</summary>
    public string State { get; } = State;

    /// <summary>The bucket for recordings.</summary>
    public DestinationConfiguration DestinationConfiguration { get; } = DestinationConfiguration;

    /// <summary>The thumbnail settings.</summary>
    public ThumbnailConfiguration? ThumbnailConfiguration { get; } = ThumbnailConfiguration;

    /// <summary>If a broadcast stops and resumes within this number of seconds, it is one recording: 0 to 300.</summary>
    public int? RecordingReconnectWindowSeconds { get; } = RecordingReconnectWindowSeconds;

    /// <summary>The renditions to record.</summary>
    public RenditionConfiguration? RenditionConfiguration { get; } = RenditionConfiguration;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
