namespace IvsTools.Emulator.Media;

/// <summary>The part of a channel's media that a playlist lists: at least one segment, oldest first.</summary>
internal sealed record MediaView(IReadOnlyList<MediaSegment> Segments, TimeSpan Longest, bool IsOver)
{
    // A short segment has a high bit rate, because it contains a large key frame but few other pictures. RFC 8216, 4.1,
    // therefore excludes segments shorter than half the target duration from the peak bit rate.
    private static readonly TimeSpan ShortestMeasured = TimeSpan.FromSeconds(1);

    /// <summary>The highest bit rate of a segment, but at least the average bit rate.</summary>
    public double PeakBitRate => Segments
        .Where(segment => segment.Duration >= ShortestMeasured)
        .Select(segment => segment.BitsPerSecond)
        .Append(AverageBitRate)
        .Max();

    public double AverageBitRate =>
        Segments.Sum(segment => segment.Bytes.Length * 8d) / Segments.Sum(segment => segment.Duration.TotalSeconds);

    /// <summary>The newest segment, which contains the current tracks.</summary>
    public MediaSegment Newest => Segments[^1];

    /// <summary>The codecs in the format of RFC 6381.</summary>
    public string Codecs => string.Join(',', new[] { Newest.Video?.Codec, Newest.Audio?.Codec }.Where(codec => codec is not null));

    /// <summary>The number of pictures per second, or 0 if there is no video.</summary>
    public double FrameRate => Newest.Pictures / Newest.Duration.TotalSeconds;
}
