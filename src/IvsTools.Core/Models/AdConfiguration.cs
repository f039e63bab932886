namespace IvsTools;

/// <summary>Which AWS Elemental MediaTailor configurations fill the ad breaks of the channels that refer to it.</summary>
public sealed record AdConfiguration(
    string Arn,
    string? Name,
    IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>1 to 3, in the order in which they are asked for ads.</summary>
    public IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations { get; } = MediaTailorPlaybackConfigurations;
}
