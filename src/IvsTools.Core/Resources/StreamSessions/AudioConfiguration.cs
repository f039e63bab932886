namespace IvsTools;

/// <summary>The encoding of an audio track. Values that the encoder did not send are null.</summary>
public sealed class AudioConfiguration(string? Codec, long? TargetBitrate, long? SampleRate, long? Channels, string? Track)
{
    /// <summary>Such as <c>mp4a.40.2</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>Bits per second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>Samples per second.</summary>
    public long? SampleRate { get; } = SampleRate;

    /// <summary>1 for mono, 2 for stereo.</summary>
    public long? Channels { get; } = Channels;

    /// <summary>The name of the track, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>The codec and the sample rate.</summary>
    public override string ToString() => $"{Codec} {SampleRate} Hz";
}
