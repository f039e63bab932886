namespace IvsTools.Service;

/// <summary>Asks for one recording configuration.</summary>
public sealed record GetRecordingConfigurationRequest(string Arn);

/// <summary>The recording configuration, whole.</summary>
public sealed record GetRecordingConfigurationResponse(RecordingConfiguration RecordingConfiguration);
