using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Tests;

public sealed class PlaybackStateTests
{
    [Fact]
    public async Task Playback_does_not_change_the_IDs_that_a_seed_generates()
    {
        Assert.Equal(await SecondIdAsync(sessions: 0), await SecondIdAsync(sessions: 3));

        static async Task<string> SecondIdAsync(int sessions)
        {
            using var emulator = EmulatorServer.Start(new() { Seed = 1 });
            using var client = new SignedClient(emulator);
            using var viewer = new Viewer();
            var channel = (await client.PostAsync("CreateChannel", "{}")).Body["channel"]!;
            emulator.Streams.Start(channel["arn"]!.GetValue<string>());
            for (var i = 0; i < sessions; i++)
                Assert.NotNull((await viewer.PlayAsync(channel["playbackUrl"]!.GetValue<string>())).RenditionUrl);
            return (await client.PostAsync("CreateChannel", "{}")).Body["channel"]!["arn"]!.GetValue<string>();
        }
    }

    [Fact]
    public void The_oldest_session_ends_if_there_are_too_many()
    {
        var playback = new PlaybackState();
        for (var i = 0; i <= 10_000; i++)
            playback.Start($"{i}", new PlaybackSession(i % 2 == 0 ? "even" : "odd"));
        Assert.Null(playback.Find("0"));
        Assert.NotNull(playback.Find("1"));
        Assert.NotNull(playback.Find("10000"));
        Assert.Equal((5000, 5000), (playback.CountOf("even"), playback.CountOf("odd")));
    }

    [Fact]
    public void Ended_sessions_do_not_count_toward_the_limit()
    {
        var playback = new PlaybackState();
        playback.Start("first", new PlaybackSession("calm"));
        for (var i = 0; i < 9_999; i++)
            playback.Start($"{i}", new PlaybackSession("busy"));
        playback.End("busy");
        playback.Start("last", new PlaybackSession("busy"));
        Assert.NotNull(playback.Find("first"));
    }
}
