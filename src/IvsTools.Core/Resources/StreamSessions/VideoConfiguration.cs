namespace IvsTools;

/// <summary>The encoding of a video track. Values that the encoder did not send are null.</summary>
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
    /// <summary>The name that the encoder sends.</summary>
    public string? Encoder { get; } = Encoder;

    /// <summary>Such as <c>avc1.64002A</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>The profile of the codec.</summary>
    public string? Profile { get; } = Profile;

    /// <summary>The level of the codec.</summary>
    public string? Level { get; } = Level;

    /// <summary>The profile, only for AVC. Older than <see cref="Profile"/>.</summary>
    public string? AvcProfile { get; } = AvcProfile;

    /// <summary>The level, only for AVC. Older than <see cref="Level"/>.</summary>
    public string? AvcLevel { get; } = AvcLevel;

    /// <summary>Pixels.</summary>
    public long? VideoWidth { get; } = VideoWidth;

    /// <summary>Pixels.</summary>
    public long? VideoHeight { get; } = VideoHeight;

    /// <summary>Frames per second.</summary>
    public long? TargetFramerate { get; } = TargetFramerate;

    /// <summary>Bits per second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>The name of the track, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>The codec and the size.</summary>
    public override string ToString() => $"{Codec} {VideoWidth}x{VideoHeight}";
}
