namespace IvsTools.Service;

/// <summary>Refused with ConflictException while it is being created or a channel refers to it.</summary>
public sealed record DeleteRecordingConfigurationRequest(string Arn);
