using IvsTools.Emulator.Media;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>The media of a channel, and a clock that only the test moves.</summary>
public abstract class MediaTest
{
    private protected MediaTest() => Media = new ChannelMedia(Time);

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));

    private protected ChannelMedia Media { get; }

    private protected IReadOnlyList<MediaSegment> Segments => Media.View?.Segments ?? [];

    /// <summary>Reads the segments of a stream, and checks their continuity counters.</summary>
    private protected List<TransportStream> ReadAll()
    {
        var counters = new Dictionary<int, int>();
        return [.. Segments.Select(segment => TransportStream.Read(segment.Bytes, segment.IsDiscontinuity ? counters = [] : counters))];
    }
}
