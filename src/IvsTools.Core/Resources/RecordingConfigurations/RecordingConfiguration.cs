namespace IvsTools;

/// <summary>Specifies where and how streams are recorded.</summary>
/// <remarks>In a list, ThumbnailConfiguration, RenditionConfiguration and the reconnect window are null.</remarks>
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

    /// <summary>The state, which is CREATING at first and then ACTIVE or CREATE_FAILED.</summary>
    public string State { get; } = State;

    /// <summary>The S3 bucket for recordings.</summary>
    public DestinationConfiguration DestinationConfiguration { get; } = DestinationConfiguration;

    /// <summary>The thumbnail settings.</summary>
    public ThumbnailConfiguration? ThumbnailConfiguration { get; } = ThumbnailConfiguration;

    /// <summary>
    /// The reconnect window, from 0 to 300 seconds. If a broadcast resumes within this time, its streams form one
    /// recording.
    /// </summary>
    public int? RecordingReconnectWindowSeconds { get; } = RecordingReconnectWindowSeconds;

    /// <summary>The renditions to record.</summary>
    public RenditionConfiguration? RenditionConfiguration { get; } = RenditionConfiguration;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
