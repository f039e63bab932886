using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Tests;

public sealed class PlaybackStateTests
{
    [Fact]
    public void The_oldest_session_ends_if_there_are_too_many()
    {
        var playback = new PlaybackState(new RandomText(1));
        for (var i = 0; i <= 10_000; i++)
            playback.Start($"{i}", new PlaybackSession(i % 2 == 0 ? "even" : "odd"));
        Assert.Null(playback.Find("0"));
        Assert.NotNull(playback.Find("1"));
        Assert.NotNull(playback.Find("10000"));
        Assert.Equal((5000, 5000), (playback.CountOf("even"), playback.CountOf("odd")));
    }
}
