namespace IvsTools.Service;

/// <summary>Answered at once in the state CREATING; whether the bucket can be used shows later.</summary>
public sealed record CreateRecordingConfigurationRequest(
    DestinationConfiguration DestinationConfiguration,
    string? Name = null,
    ThumbnailConfiguration? ThumbnailConfiguration = null,
    int? RecordingReconnectWindowSeconds = null,
    RenditionConfiguration? RenditionConfiguration = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>What was created.</summary>
public sealed record CreateRecordingConfigurationResponse(RecordingConfiguration RecordingConfiguration);
