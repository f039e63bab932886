using System.Globalization;
using System.Text;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Playback;

/// <summary>The playlists of a stream from an encoder (RFC 8216).</summary>
internal static class PublishedPlaylists
{
    public const string SegmentExtension = ".ts";

    // The target duration of a stream that has the recommended key frame interval.
    private const int ShortestTarget = 2;

    /// <exception cref="PlaybackException">The rendition exceeds the maximum resolution.</exception>
    public static string Multivariant(MediaView view, MaximumResolution maximum, string folder)
    {
        var attributes = string.Create(
            CultureInfo.InvariantCulture, $"BANDWIDTH={view.PeakBitRate:F0},AVERAGE-BANDWIDTH={view.AverageBitRate:F0}");
        var name = "audio";
        if (view.Newest.Video is { } video)
        {
            maximum.Require(video);
            attributes += string.Create(
                CultureInfo.InvariantCulture, $",RESOLUTION={video.Width}x{video.Height},FRAME-RATE={view.FrameRate:F3}");
            name = $"{video.Height}p";
        }
        return "#EXTM3U\n#EXT-X-VERSION:3\n"
            + $"#EXT-X-STREAM-INF:{attributes},CODECS=\"{view.Codecs}\"\n{folder}/{name}.m3u8\n";
    }

    /// <exception cref="PlaybackException">
    /// The rendition exceeds the maximum resolution, because the encoder has changed its resolution.
    /// </exception>
    public static string Media(MediaView view, MaximumResolution maximum)
    {
        maximum.Require(view.Newest.Video);
        var first = view.Segments[0];
        var target = Math.Max(ShortestTarget, (int)Math.Round(view.Longest.TotalSeconds, MidpointRounding.AwayFromZero));
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{target}\n#EXT-X-MEDIA-SEQUENCE:{first.Sequence}\n");
        // EXT-X-DISCONTINUITY-SEQUENCE is the number of discontinuities that the playlist no longer contains. A discontinuity at the
        // start of the first segment is still in the playlist.
        var removed = first.Discontinuities - (first.IsDiscontinuity ? 1 : 0);
        if (removed > 0)
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-DISCONTINUITY-SEQUENCE:{removed}\n");
        foreach (var segment in view.Segments)
        {
            if (segment.IsDiscontinuity)
                text.Append("#EXT-X-DISCONTINUITY\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"#EXT-X-PROGRAM-DATE-TIME:{segment.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\n"
                    + $"#EXTINF:{segment.Duration.TotalSeconds:F3},\n{segment.Sequence}{SegmentExtension}\n");
        }
        if (view.IsOver)
            text.Append("#EXT-X-ENDLIST\n");
        return text.ToString();
    }
}
