using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Publishes streams with FFmpeg.</summary>
public sealed class FfmpegTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    [Theory]
    [InlineData("rtmp")]
    [InlineData("rtmps")]
    public async Task FFmpeg_publishes_until_the_end_of_its_input(string scheme)
    {
        using var ffmpeg = new ProgramFolder();
        var (arn, key) = await CreateAsync(insecure: scheme == "rtmp");
        var run = Publish(ffmpeg, scheme, key, seconds: 4);
        JsonNode? configuration = null;
        await Eventually.IsAsync(
            () => (configuration = Session(arn)?["ingestConfiguration"])?["audio"] is not null && configuration["video"] is not null);
        Assert.Equal("LIVE", Text((await GoodAsync("GetStream", Channel(arn)))["stream"]!, "state"));
        var (exit, _, error) = await run;
        Assert.True(exit == 0, error);
        await Eventually.IsAsync(() => Session(arn)?["endTime"] is not null);
        var video = configuration!["video"]!;
        Assert.Equal((320, 180, 25), (Number(video, "videoWidth"), Number(video, "videoHeight"), Number(video, "targetFramerate")));
        Assert.StartsWith("avc1.", Text(video, "codec"), StringComparison.Ordinal);
        Assert.StartsWith("Lavf", Text(video, "encoder"), StringComparison.Ordinal);
        Assert.Equal((44_100, 1), (Number(configuration["audio"]!, "sampleRate"), Number(configuration["audio"]!, "channels")));
        Assert.Equal(
            ["Session Ended", "Stream End", "Stream Start", "Session Created"],
            Session(arn)!["truncatedEvents"]!.AsArray().Select(e => Text(e!, "name")));
    }

    [Fact]
    public async Task An_encoder_cannot_publish_again_after_its_key_was_reset_and_its_stream_stopped()
    {
        using var ffmpeg = new ProgramFolder();
        var (arn, key) = await CreateAsync(insecure: false);
        var run = Publish(ffmpeg, "rtmps", key, seconds: 120);
        await Eventually.IsAsync(() => Session(arn) is not null);
        var keyArn = Arn((await GoodAsync("ListStreamKeys", Channel(arn)))["streamKeys"]![0]!);
        await GoodAsync("DeleteStreamKey", new JsonObject { ["arn"] = keyArn });
        var next = Text((await GoodAsync("CreateStreamKey", Channel(arn)))["streamKey"]!, "value");
        await GoodAsync("StopStream", Channel(arn));
        var (exit, _, error) = await run;
        Assert.NotEqual(0, exit);
        Assert.Contains("The stream was stopped.", error, StringComparison.Ordinal);
        (exit, _, error) = await Publish(ffmpeg, "rtmps", key, seconds: 120);
        Assert.NotEqual(0, exit);
        Assert.Contains("No channel has the stream key", error, StringComparison.Ordinal);
        (exit, _, error) = await Publish(ffmpeg, "rtmps", next, seconds: 1);
        Assert.True(exit == 0, error);
    }

    [Fact]
    public async Task A_second_encoder_and_an_encoder_without_TLS_are_rejected_with_a_reason()
    {
        using var ffmpeg = new ProgramFolder();
        var (arn, key) = await CreateAsync(insecure: false);
        var (exit, _, error) = await Publish(ffmpeg, "rtmp", key, seconds: 120);
        Assert.NotEqual(0, exit);
        Assert.Contains("requires RTMPS", error, StringComparison.Ordinal);
        var run = Publish(ffmpeg, "rtmps", key, seconds: 120);
        await Eventually.IsAsync(() => Session(arn) is not null);
        (exit, _, error) = await Publish(ffmpeg, "rtmps", key, seconds: 120);
        Assert.NotEqual(0, exit);
        Assert.Contains("already live", error, StringComparison.Ordinal);
        await GoodAsync("StopStream", Channel(arn));
        await run;
    }

    private Task<(int Exit, string Output, string Error)> Publish(ProgramFolder ffmpeg, string scheme, string key, int seconds)
    {
        ProgramFolder.Find("ffmpeg");
        var url = Emulator.IngestUrl!.Replace("rtmps", scheme, StringComparison.Ordinal) + key;
        string[] input = ["-re", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=44100"];
        string[] codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "50", "-c:a", "aac"];
        string[] tls = scheme == "rtmps" ? ["-tls_verify", "0"] : [];
        return Task.Run(() => ffmpeg.Try(
            "ffmpeg", ["-hide_banner", "-loglevel", "error", .. input, "-t", $"{seconds}", .. codecs, "-f", "flv", .. tls, url]));
    }

    private async Task<(string Arn, string Key)> CreateAsync(bool insecure)
    {
        var created = await GoodAsync("CreateChannel", new JsonObject { ["insecureIngest"] = insecure });
        return (Arn(created["channel"]!), Text(created["streamKey"]!, "value"));
    }

    private static JsonObject Channel(string arn) => new() { ["channelArn"] = arn };

    private static int Number(JsonNode node, string member) => node[member]!.GetValue<int>();

    private JsonNode? Session(string arn) =>
        Client.PostAsync("GetStreamSession", Channel(arn).ToJsonString()).GetAwaiter().GetResult().Body["streamSession"];
}
