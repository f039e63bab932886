namespace IvsTools;

/// <summary>Every video and audio track that an encoder sent. Several tracks of a kind require multitrack input.</summary>
public sealed class IngestConfigurations(
    IReadOnlyList<VideoConfiguration> VideoConfigurations, IReadOnlyList<AudioConfiguration> AudioConfigurations)
{
    /// <summary>By track.</summary>
    public IReadOnlyList<VideoConfiguration> VideoConfigurations { get; } = SettingText.ListOf(VideoConfigurations);

    /// <summary>By track.</summary>
    public IReadOnlyList<AudioConfiguration> AudioConfigurations { get; } = SettingText.ListOf(AudioConfigurations);
}
