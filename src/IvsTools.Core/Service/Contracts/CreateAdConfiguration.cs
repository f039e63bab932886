namespace IvsTools.Service;

/// <summary>Takes 1 to 3 playback configurations of AWS Elemental MediaTailor.</summary>
public sealed record CreateAdConfigurationRequest(
    IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations,
    string? Name = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>What was created.</summary>
public sealed record CreateAdConfigurationResponse(AdConfiguration AdConfiguration);
