namespace IvsTools;

/// <summary>The encoding of a video track. A value is null if the encoder did not send it.</summary>
public sealed class VideoConfiguration(
    string? Encoder,
    string? Codec,
    string? Profile,
    string? Level,
    string? AvcProfile,
    string? AvcLevel,
    long? VideoWidth,
    long? VideoHeight,
    long? TargetFramerate,
    long? TargetBitrate,
    string? Track)
{
    /// <summary>The name of the encoder.</summary>
    public string? Encoder { get; } = Encoder;

    /// <summary>The codec, such as <c>avc1.64002A</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>The profile of the codec.</summary>
    public string? Profile { get; } = Profile;

    /// <summary>The level of the codec.</summary>
    public string? Level { get; } = Level;

    /// <summary>The profile of an AVC codec. <see cref="Profile"/> is the newer property.</summary>
    public string? AvcProfile { get; } = AvcProfile;

    /// <summary>The level of an AVC codec. <see cref="Level"/> is the newer property.</summary>
    public string? AvcLevel { get; } = AvcLevel;

    /// <summary>The width in pixels.</summary>
    public long? VideoWidth { get; } = VideoWidth;

    /// <summary>The height in pixels.</summary>
    public long? VideoHeight { get; } = VideoHeight;

    /// <summary>The target frame rate in frames per second.</summary>
    public long? TargetFramerate { get; } = TargetFramerate;

    /// <summary>The target bit rate in bits per second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>The name of the track, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>Returns the codec and the size.</summary>
    public override string ToString() => $"{Codec} {VideoWidth}x{VideoHeight}";
}
