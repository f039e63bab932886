namespace IvsTools;

/// <summary>The encoding of an audio track. A value is null if the encoder did not send it.</summary>
public sealed class AudioConfiguration(string? Codec, long? TargetBitrate, long? SampleRate, long? Channels, string? Track)
{
    /// <summary>The codec, such as <c>mp4a.40.2</c>.</summary>
    public string? Codec { get; } = Codec;

    /// <summary>The target bit rate in bits per second.</summary>
    public long? TargetBitrate { get; } = TargetBitrate;

    /// <summary>The sample rate in samples per second.</summary>
    public long? SampleRate { get; } = SampleRate;

    /// <summary>The number of channels, which is 1 for mono or 2 for stereo.</summary>
    public long? Channels { get; } = Channels;

    /// <summary>The name of the track, such as <c>Track0</c>.</summary>
    public string? Track { get; } = Track;

    /// <summary>Returns the codec and the sample rate.</summary>
    public override string ToString() => $"{Codec} {SampleRate} Hz";
}
