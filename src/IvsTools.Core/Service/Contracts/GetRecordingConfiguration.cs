namespace IvsTools.Service;

/// <summary>Gets one recording configuration.</summary>
public sealed record GetRecordingConfigurationRequest(string Arn);

/// <summary>The recording configuration with all members.</summary>
public sealed record GetRecordingConfigurationResponse(RecordingConfiguration RecordingConfiguration);
