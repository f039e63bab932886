namespace IvsTools.Service;

/// <summary>Accepts 1 to 3 playback configurations of AWS Elemental MediaTailor.</summary>
public sealed record CreateAdConfigurationRequest(
    IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations,
    string? Name = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The new ad configuration.</summary>
public sealed record CreateAdConfigurationResponse(AdConfiguration AdConfiguration);
