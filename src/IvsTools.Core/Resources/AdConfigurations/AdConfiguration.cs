namespace IvsTools;

/// <summary>The AWS Elemental MediaTailor configurations that insert ads into channels.</summary>
public sealed class AdConfiguration(
    string Arn,
    string? Name,
    IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations,
    PostRollConfiguration? PostRollConfiguration,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>The 1 to 3 playback configurations in their order of use.</summary>
    public IReadOnlyList<MediaTailorPlaybackConfiguration> MediaTailorPlaybackConfigurations { get; } =
        SettingText.ListOf(MediaTailorPlaybackConfigurations);

    /// <summary>The settings for ads after the end of a stream.</summary>
    public PostRollConfiguration? PostRollConfiguration { get; } = PostRollConfiguration;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
