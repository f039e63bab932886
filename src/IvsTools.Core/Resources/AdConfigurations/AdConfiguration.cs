namespace IvsTools;

/// <summary>The AWS Elemental MediaTailor configurations for the ad breaks of the channels that use this ad configuration.</summary>
public sealed record AdConfiguration(
    string Arn,
    string? Name,
    IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations,
    PostRollConfiguration? PostRollConfiguration,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>1 to 3 configurations, in the order in which they are used.</summary>
    public IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations { get; } =
        SettingText.ListOf(MediaTailorPlaybackConfigurations);

    /// <summary>The ads after the end of a stream.</summary>
    public PostRollConfiguration? PostRollConfiguration { get; } = PostRollConfiguration;
}
