namespace IvsTools;

/// <summary>How an audio track was encoded; what the encoder did not tell is null.</summary>
public sealed record AudioConfiguration(string? Codec, long? TargetBitrate, long? SampleRate, long? Channels, string? Track)
{
    /// <summary>Such as <c>mp4a.40.2</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>Bits a second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>Samples a second.</summary>
    public long? SampleRate { get; } = SampleRate;

    /// <summary>1 for mono, 2 for stereo.</summary>
    public long? Channels { get; } = Channels;

    /// <summary>The track's name, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>The codec and the sample rate.</summary>
    public override string ToString() => $"{Codec} {SampleRate} Hz";
}
