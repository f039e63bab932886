using System.Text.Json.Nodes;
using static IvsTools.Emulator.Tests.Ingest.TestMedia;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>The session and the health of a stream reflect what the encoder sends.</summary>
public sealed class SessionTests : IngestTest
{
    private const int FramesPerSecond = 25;

    [Fact]
    public async Task The_session_has_the_tracks_of_the_encoder()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        Assert.Null((await SessionAsync(arn))["ingestConfiguration"]);
        await encoder.MediaAsync(Data, Metadata(
            ("width", 1), ("height", 1), ("framerate", 29.97), ("videodatarate", 2500), ("audiodatarate", 160), ("encoder", "Test 1")));
        await encoder.MediaAsync(Video, AvcSettings);
        await encoder.MediaAsync(Audio, AacSettings);
        await encoder.SyncAsync();
        var session = await SessionAsync(arn);
        var video = session["ingestConfiguration"]!["video"]!;
        Assert.Equal(
            """["avc1.4D401F","Main","3.1",1280,720,30,2500000,"Test 1"]""",
            Values(video, "codec", "avcProfile", "avcLevel", "videoWidth", "videoHeight", "targetFramerate", "targetBitrate", "encoder"));
        Assert.Equal(
            """["mp4a.40.2",48000,2,160000]""",
            Values(session["ingestConfiguration"]!["audio"]!, "codec", "sampleRate", "channels", "targetBitrate"));
        Assert.True(JsonNode.DeepEquals(video["codec"], session["ingestConfigurations"]!["videoConfigurations"]![0]!["codec"]));
        // An encoder can change its resolution.
        await encoder.MediaAsync(Video, CroppedAvcSettings);
        await encoder.SyncAsync();
        Assert.Equal(
            """["avc1.640028","High","4.0",1920,1080]""",
            Values(
                (await SessionAsync(arn))["ingestConfiguration"]!["video"]!,
                "codec", "avcProfile", "avcLevel", "videoWidth", "videoHeight"));
    }

    [Fact]
    public async Task Rates_are_measured_if_the_encoder_does_not_announce_them()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.MediaAsync(Data, Metadata(("videodatarate", 0), ("framerate", double.NaN), ("audiodatarate", -1)));
        await encoder.MediaAsync(Video, AvcSettings);
        await encoder.MediaAsync(Audio, AacSettings);
        await SendSecondsAsync(encoder, 0, 8);
        var configuration = (await SessionAsync(arn))["ingestConfiguration"]!;
        Assert.Equal(FramesPerSecond, configuration["video"]!["targetFramerate"]!.GetValue<int>());
        Assert.InRange(configuration["video"]!["targetBitrate"]!.GetValue<int>(), 190_000, 210_000);
        Assert.InRange(configuration["audio"]!["targetBitrate"]!.GetValue<int>(), 1000, 2000);
    }

    [Fact]
    public async Task A_stream_without_enough_media_is_STARVING_until_it_recovers()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.MediaAsync(Video, AvcSettings);
        await encoder.MediaAsync(Audio, AacSettings);
        await SendSecondsAsync(encoder, 0, 10);
        Assert.Equal("HEALTHY", await HealthAsync(arn));
        // After one second without media, the stream is still HEALTHY.
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("HEALTHY", await HealthAsync(arn));
        for (var i = 0; i < 6; i++)
            Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("STARVING", await HealthAsync(arn));
        await SendSecondsAsync(encoder, 10, 10);
        Assert.Equal("HEALTHY", await HealthAsync(arn));
        Assert.Equal(["Session Created", "Stream Start", "Starvation Start", "Starvation End"], await EventsAsync(arn));
    }

    [Fact]
    public async Task A_stream_whose_timestamp_wraps_or_restarts_does_not_become_STARVING()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.MediaAsync(Video, AvcSettings, uint.MaxValue - 4000);
        await encoder.MediaAsync(Audio, AacSettings, uint.MaxValue - 4000);
        await SendSecondsAsync(encoder, uint.MaxValue - 4000, 10, isMilliseconds: true);
        await SendSecondsAsync(encoder, 1000, 1);
        await SendSecondsAsync(encoder, 0, 10);
        Assert.DoesNotContain("Starvation Start", await EventsAsync(arn));
    }

    [Theory]
    [InlineData(Video, "9C00000000", "H.264")]
    [InlineData(Video, "9068766331", "Enhanced RTMP")]
    [InlineData(Video, "12000000", "H.264")]
    [InlineData(Audio, "2F00", "AAC")]
    [InlineData(Audio, "9F00", "AAC")]
    public async Task A_codec_that_cannot_be_played_causes_the_stream_to_fail(byte type, string content, string reason)
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.MediaAsync(type, Convert.FromHexString(content));
        var status = await encoder.StatusAsync();
        Assert.Equal(("error", "NetStream.Publish.Rejected"), (status?.Level, status?.Code));
        Assert.Contains(reason, status?.Description, StringComparison.Ordinal);
        await encoder.ClosedAsync();
        Assert.Equal((IngestAction.Ended, IngestReason.UnsupportedMedia), (Event(before: 1).Action, Event(before: 1).Reason));
        Assert.Equal(["Session Created", "Stream Start", "Stream Failure", "Session Ended"], await EventsAsync(arn));
    }

    [Theory]
    [InlineData(Video, "17")]
    [InlineData(Video, "1700000000")]
    [InlineData(Video, "1700000000014d401fffe1FFFF67")]
    [InlineData(Video, "1700000000014d401fffe10004674d401f")]
    [InlineData(Audio, "AF")]
    [InlineData(Audio, "AF00")]
    [InlineData(Audio, "AF001790")]
    [InlineData(Data, "02")]
    public async Task Malformed_media_causes_the_stream_to_fail(byte type, string content)
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.MediaAsync(type, Convert.FromHexString(content));
        Assert.Equal("NetStream.Publish.Rejected", (await encoder.StatusAsync())?.Code);
        await encoder.ClosedAsync();
        Assert.Equal(IngestReason.InvalidData, Event(before: 1).Reason);
        Assert.Contains("Stream Failure", await EventsAsync(arn));
    }

    private async Task<string> HealthAsync(string channelArn) =>
        Text((await GoodAsync("GetStream", new JsonObject { ["channelArn"] = channelArn }))["stream"]!, "health");

    /// <summary>Sends media, and moves the clock forward by the duration of the media.</summary>
    private async Task SendSecondsAsync(RtmpClient encoder, uint start, int seconds, bool isMilliseconds = false)
    {
        var first = isMilliseconds ? start : start * 1000;
        for (var frame = 0; frame < seconds * FramesPerSecond; frame++)
        {
            var timestamp = unchecked(first + (uint)(frame * 1000 / FramesPerSecond));
            await encoder.MediaAsync(Video, AvcFrame(frame % FramesPerSecond == 0, size: 991), timestamp);
            await encoder.MediaAsync(Audio, AacFrame, timestamp);
            if (frame % FramesPerSecond != FramesPerSecond - 1)
                continue;
            await encoder.SyncAsync();
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static string Values(JsonNode node, params string[] members) =>
        new JsonArray([.. members.Select(member => node[member]?.DeepClone())]).ToJsonString();
}
