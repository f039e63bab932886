namespace IvsTools.Service;

/// <summary>Refused with ConflictException while a channel refers to it.</summary>
public sealed record DeleteRecordingConfigurationRequest(string Arn);
