namespace IvsTools.Emulator.Media;

/// <summary>
/// An MPEG-TS segment that can be played without the earlier segments. The sequence header of a missing track is null. At a
/// discontinuity, the timestamps or the tracks do not continue from the previous segment.
/// </summary>
internal sealed record MediaSegment(
    byte[] Bytes,
    TimeSpan Duration,
    DateTimeOffset Time,
    AvcConfiguration? Video,
    AacConfiguration? Audio,
    int Pictures,
    bool IsDiscontinuity)
{
    /// <summary>The segment's number in the stream.</summary>
    public long Sequence { get; init; }

    /// <summary>The number of discontinuities before this segment, including a discontinuity at its start.</summary>
    public long Discontinuities { get; init; }

    public double BitsPerSecond => Bytes.Length * 8 / Duration.TotalSeconds;
}
