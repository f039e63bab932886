namespace IvsTools;

/// <summary>The first video and the first audio track that an encoder sent.</summary>
public sealed class IngestConfiguration(VideoConfiguration? Video, AudioConfiguration? Audio)
{
    /// <summary>Null if there was no video.</summary>
    public VideoConfiguration? Video { get; } = Video;

    /// <summary>Null if there was no audio.</summary>
    public AudioConfiguration? Audio { get; } = Audio;

    /// <summary>The video and audio settings as short text.</summary>
    public override string ToString() => $"{Video}, {Audio}".Trim(',', ' ');
}
