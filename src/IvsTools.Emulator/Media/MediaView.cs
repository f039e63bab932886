namespace IvsTools.Emulator.Media;

/// <summary>The media of a channel at one time, for a playlist.</summary>
/// <param name="Segments">The segments to list, oldest first. At least one.</param>
/// <param name="Longest">The longest segment so far.</param>
/// <param name="IsOver">True if the encoder has stopped and has not reconnected.</param>
internal sealed record MediaView(IReadOnlyList<MediaSegment> Segments, TimeSpan Longest, bool IsOver)
{
    // A key frame makes the bit rate of a short segment high. RFC 8216, 4.1, excludes segments below half the target duration.
    private static readonly TimeSpan ShortestMeasured = TimeSpan.FromSeconds(1);

    /// <summary>The highest bit rate of a segment, and at least the average.</summary>
    public double PeakBitRate => Segments
        .Where(segment => segment.Duration >= ShortestMeasured)
        .Select(segment => segment.BitsPerSecond)
        .Append(AverageBitRate)
        .Max();

    public double AverageBitRate =>
        Segments.Sum(segment => segment.Bytes.Length * 8d) / Segments.Sum(segment => segment.Duration.TotalSeconds);

    /// <summary>The newest segment, which has the current tracks.</summary>
    public MediaSegment Newest => Segments[^1];

    /// <summary>The codecs in the format of RFC 6381.</summary>
    public string Codecs => string.Join(',', new[] { Newest.Video?.Codec, Newest.Audio?.Codec }.Where(codec => codec is not null));

    /// <summary>The pictures per second. 0 without video.</summary>
    public double FrameRate => Newest.Pictures / Newest.Duration.TotalSeconds;
}
