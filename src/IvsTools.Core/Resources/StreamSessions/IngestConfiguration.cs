namespace IvsTools;

/// <summary>The first video and the first audio track that an encoder sent.</summary>
public sealed class IngestConfiguration(VideoConfiguration? Video, AudioConfiguration? Audio)
{
    /// <summary>The video track, or null if the encoder did not send video.</summary>
    public VideoConfiguration? Video { get; } = Video;

    /// <summary>The audio track, or null if the encoder did not send audio.</summary>
    public AudioConfiguration? Audio { get; } = Audio;

    /// <summary>Returns the video and audio settings as short text.</summary>
    public override string ToString() => $"{Video}, {Audio}".Trim(',', ' ');
}
