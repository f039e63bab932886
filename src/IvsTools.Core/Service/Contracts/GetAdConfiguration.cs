namespace IvsTools.Service;

/// <summary>Gets one ad configuration.</summary>
public sealed record GetAdConfigurationRequest(string Arn);

/// <summary>The ad configuration with all members.</summary>
public sealed record GetAdConfigurationResponse(AdConfiguration AdConfiguration);
