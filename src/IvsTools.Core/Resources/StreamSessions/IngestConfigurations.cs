namespace IvsTools;

/// <summary>Every video and audio track that an encoder sent. More than one only with multitrack input.</summary>
public sealed record IngestConfigurations(
    IReadOnlyList<VideoConfiguration> VideoConfigurations, IReadOnlyList<AudioConfiguration> AudioConfigurations)
{
    /// <summary>By track.</summary>
    public IReadOnlyList<VideoConfiguration> VideoConfigurations { get; } = VideoConfigurations;

    /// <summary>By track.</summary>
    public IReadOnlyList<AudioConfiguration> AudioConfigurations { get; } = AudioConfigurations;
}
