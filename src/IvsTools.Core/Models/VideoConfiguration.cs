namespace IvsTools;

/// <summary>How a video track was encoded; what the encoder did not tell is null.</summary>
public sealed record VideoConfiguration(
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
    /// <summary>The encoder's name for itself.</summary>
    public string? Encoder { get; } = Encoder;

    /// <summary>Such as <c>avc1.64002A</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>The codec's profile.</summary>
    public string? Profile { get; } = Profile;

    /// <summary>The codec's level.</summary>
    public string? Level { get; } = Level;

    /// <summary>The profile again, for AVC alone: older than <see cref="Profile"/>.</summary>
    public string? AvcProfile { get; } = AvcProfile;

    /// <summary>The level again, for AVC alone: older than <see cref="Level"/>.</summary>
    public string? AvcLevel { get; } = AvcLevel;

    /// <summary>Pixels.</summary>
    public long? VideoWidth { get; } = VideoWidth;

    /// <summary>Pixels.</summary>
    public long? VideoHeight { get; } = VideoHeight;

    /// <summary>Frames a second.</summary>
    public long? TargetFramerate { get; } = TargetFramerate;

    /// <summary>Bits a second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>The track's name, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>The codec and the size.</summary>
    public override string ToString() => $"{Codec} {VideoWidth}x{VideoHeight}";
}
