namespace IvsTools.Service;

/// <summary>Asks for one ad configuration.</summary>
public sealed record GetAdConfigurationRequest(string Arn);

/// <summary>The ad configuration, whole.</summary>
public sealed record GetAdConfigurationResponse(AdConfiguration AdConfiguration);
