namespace IvsTools.Service;

/// <summary>The response has the state CREATING. A later state shows whether the bucket can be used.</summary>
public sealed record CreateRecordingConfigurationRequest(
    DestinationConfiguration DestinationConfiguration,
    string? Name = null,
    ThumbnailConfiguration? ThumbnailConfiguration = null,
    int? RecordingReconnectWindowSeconds = null,
    RenditionConfiguration? RenditionConfiguration = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The new recording configuration.</summary>
public sealed record CreateRecordingConfigurationResponse(RecordingConfiguration RecordingConfiguration);
