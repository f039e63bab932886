namespace IvsTools.Emulator.Media;

/// <summary>The newest segments of a channel. Not thread-safe.</summary>
internal sealed class SegmentWindow
{
    private const int MostListed = 6;

    // Segments remain available after they leave the playlist, because players can have an earlier playlist (RFC 8216, 6.2.2).
    private const int MostSegments = 2 * MostListed;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly Queue<MediaSegment> _segments = new();
    private long _next;
    private long _discontinuities;
    private long _bytes;

    /// <summary>The segments that a playlist lists, oldest first.</summary>
    public IReadOnlyList<MediaSegment> Listed => [.. _segments.TakeLast(MostListed)];

    /// <summary>The duration of the longest segment so far.</summary>
    /// <remarks>Removed segments are included, because the target duration of a playlist must not decrease.</remarks>
    public TimeSpan Longest { get; private set; }

    public MediaSegment? Find(long sequence) => _segments.FirstOrDefault(segment => segment.Sequence == sequence);

    public void Add(MediaSegment segment)
    {
        if (segment.IsDiscontinuity)
            _discontinuities++;
        _segments.Enqueue(segment with { Sequence = _next++, Discontinuities = _discontinuities });
        _bytes += segment.Bytes.Length;
        if (segment.Duration > Longest)
            Longest = segment.Duration;
        while (_segments.Count > MostSegments || (_bytes > MostBytes && _segments.Count > 1))
            _bytes -= _segments.Dequeue().Bytes.Length;
    }
}
