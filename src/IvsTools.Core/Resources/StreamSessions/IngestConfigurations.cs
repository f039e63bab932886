namespace IvsTools;

/// <summary>Every video and audio track that an encoder sent. More than one video or audio track requires multitrack input.</summary>
public sealed class IngestConfigurations(
    IReadOnlyList<VideoConfiguration> VideoConfigurations, IReadOnlyList<AudioConfiguration> AudioConfigurations)
{
    /// <summary>One configuration for each video track.</summary>
    public IReadOnlyList<VideoConfiguration> VideoConfigurations { get; } = SettingText.ListOf(VideoConfigurations);

    /// <summary>One configuration for each audio track.</summary>
    public IReadOnlyList<AudioConfiguration> AudioConfigurations { get; } = SettingText.ListOf(AudioConfigurations);

    /// <summary>Returns the video and audio settings as short text.</summary>
    public override string ToString() => $"{VideoConfigurations}, {AudioConfigurations}".Trim(',', ' ');
}
