namespace IvsTools.Service;

/// <summary>Fails with ConflictException while a channel uses it.</summary>
public sealed record DeleteAdConfigurationRequest(string Arn);
