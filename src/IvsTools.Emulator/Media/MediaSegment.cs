namespace IvsTools.Emulator.Media;

/// <summary>A part of a stream that can be played without the earlier parts, as MPEG-TS.</summary>
/// <param name="Bytes">The transport stream.</param>
/// <param name="Duration">The duration.</param>
/// <param name="Time">The time at which the first picture was received.</param>
/// <param name="Video">The sequence header of the video, or null for audio only.</param>
/// <param name="Audio">The sequence header of the audio, or null for video only.</param>
/// <param name="Pictures">The number of pictures.</param>
/// <param name="IsDiscontinuity">True if the timestamps or the tracks do not continue from the previous segment.</param>
internal sealed record MediaSegment(
    byte[] Bytes,
    TimeSpan Duration,
    DateTimeOffset Time,
    AvcConfiguration? Video,
    AacConfiguration? Audio,
    int Pictures,
    bool IsDiscontinuity)
{
    /// <summary>The number of the segment in the stream.</summary>
    public long Sequence { get; init; }

    /// <summary>The number of discontinuities up to this segment.</summary>
    public long Discontinuities { get; init; }

    public double BitsPerSecond => Bytes.Length * 8 / Duration.TotalSeconds;
}
