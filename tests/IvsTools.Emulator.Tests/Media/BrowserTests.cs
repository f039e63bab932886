using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Opens the page of the emulator in Chromium, and plays streams from ffmpeg.</summary>
public sealed class BrowserTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    private const string Status = "document.getElementById('status').textContent";
    private readonly Viewer _viewer = new();

    [Fact]
    public async Task A_private_channel_plays_with_a_token_until_its_viewer_is_revoked()
    {
        var (channel, key) = await StudioAsync();
        await GoodAsync("ImportPlaybackKeyPair", new() { ["publicKeyMaterial"] = _viewer.Key.ExportSubjectPublicKeyInfoPem() });
        await using var page = await Chromium.OpenAsync(Emulator.Url + "/_emulator/");
        await using var encoder = Ffmpeg.Publish(Emulator.IngestUrl + key, 120);

        await page.WaitForAsync("document.querySelector('#channels .live')");
        await page.WaitForAsync("document.querySelector('#channels .name').textContent === 'studio'");
        await page.EvaluateAsync("document.querySelector('#channels button').click()");
        await PlayAsync(page, "");
        await page.WaitForAsync($"{Status} === 'Rejected: token contains an invalid number of segments'");
        Assert.Equal(0, (await page.EvaluateAsync("document.getElementById('video').currentTime"))!.GetValue<double>());

        await PlayAsync(page, _viewer.Sign(channel, new() { ["aws:viewer-id"] = "v1" }));
        await page.WaitForAsync("document.getElementById('video').currentTime > 3");
        await page.WaitForAsync("document.getElementById('video').getVideoPlaybackQuality().totalVideoFrames > 50");
        Assert.Equal(640, (await page.EvaluateAsync("document.getElementById('video').videoWidth"))!.GetValue<int>());
        await page.WaitForAsync("document.getElementById('video').webkitAudioDecodedByteCount > 0");

        var text = "{\"html\":\"<b>5</b>\"}";
        await GoodAsync("PutMetadata", new() { ["channelArn"] = channel, ["metadata"] = text });
        await page.WaitForAsync($"document.getElementById('cues').textContent.endsWith('{text}')");
        Assert.Equal(0, (await page.EvaluateAsync("document.querySelectorAll('b').length"))!.GetValue<int>());

        // After the encoder reconnects, the playlist has a discontinuity tag before the new segments. The player buffers less than
        // ten seconds, so it can move forward by ten seconds only with the new segments.
        await encoder.DisposeAsync();
        var time = (await page.EvaluateAsync("document.getElementById('video').currentTime"))!.GetValue<double>();
        await using var again = Ffmpeg.Publish(Emulator.IngestUrl + key, 120);
        await page.WaitForAsync(string.Create(CultureInfo.InvariantCulture, $"document.getElementById('video').currentTime > {time + 10}"));

        // After the clock is moved forward and the token expires, playback continues, and the latency is still correct.
        Emulator.AdvanceClock(TimeSpan.FromMinutes(11));
        await page.WaitForAsync(string.Create(CultureInfo.InvariantCulture, $"document.getElementById('video').currentTime > {time + 22}"));
        await page.WaitForAsync(@"parseFloat(document.getElementById('playback').textContent.match(/Latency(-?[\d.]+) s/)[1]) < 60");

        await GoodAsync("StartViewerSessionRevocation", new() { ["channelArn"] = channel, ["viewerId"] = "v1" });
        await page.WaitForAsync($"{Status} === 'Rejected: the viewer session was revoked'");
        // The player stops when its next playlist request is rejected. A segment request that runs at that time is rejected, too.
        await page.WaitForAsync("document.getElementById('video').readyState === 0");
        var rejected = Emulator.Requests.Where(request => request.Status == 403).Select(request => request.Path);
        Assert.InRange(rejected.Count(path => path.Contains("/playlist/", StringComparison.Ordinal)), 1, 2);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task The_page_shows_how_many_channels_it_omits()
    {
        for (var i = 0; i <= 100; i++)
            await GoodAsync("CreateChannel");
        await using var page = await Chromium.OpenAsync(Emulator.Url + "/_emulator/");
        await page.WaitForAsync("document.getElementById('channel-count').textContent === '(100 of 101)'");
        Assert.Equal(100, (await page.EvaluateAsync("document.querySelectorAll('#channels tr').length"))!.GetValue<int>());
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_page_is_accessible(string scheme)
    {
        using var folder = new ProgramFolder();
        ProgramFolder.Find("chromium");
        var axe = folder.NpmFile("axe-core@4.14.1", "axe.min.js");
        var channel = await LiveChannelAsync(new() { ["name"] = "studio", ["authorized"] = true });
        Emulator.Faults.Fail("CreateChannel", "ThrottlingException", times: 2);
        await RejectedAsync("ResourceNotFoundException", "GetChannel", new() { ["arn"] = Missing + "channel/none" });
        await using var page = await Chromium.OpenAsync(Emulator.Url + "/_emulator/");
        await SetSchemeAsync(page, scheme);
        await page.WaitForAsync("document.querySelector('#channels button')");
        await page.EvaluateAsync("document.querySelector('#channels button').click()");
        await page.WaitForAsync($"document.getElementById('details').textContent.includes('{channel}')");
        await page.EvaluateAsync(Encoding.UTF8.GetString(axe) + "; null");
        var violations = await page.EvaluateAsync(
            "axe.run().then(run => JSON.stringify(run.violations.map(rule => [rule.help, rule.nodes.map(node => node.html)])))");
        Assert.Equal("[]", violations!.GetValue<string>());
    }

    /// <summary>Writes the screenshots to the folder of the test program.</summary>
    [Fact]
    public async Task The_screenshots_in_the_guide_are_taken()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("IVSTOOLS_PICTURES") is null,
            "The screenshots of the guide are taken only if IVSTOOLS_PICTURES is set.");
        var (studio, key) = await StudioAsync();
        var lobby = await ChannelAsync(new() { ["name"] = "lobby" });
        await ChannelAsync(new() { ["name"] = "rehearsal", ["latencyMode"] = "NORMAL" });
        await GoodAsync("ImportPlaybackKeyPair", new() { ["publicKeyMaterial"] = _viewer.Key.ExportSubjectPublicKeyInfoPem() });
        Emulator.Streams.Start(lobby);
        Emulator.Faults.Fail("CreateChannel", "ThrottlingException", times: 2);
        await Client.PostAsync("GetChannel", new JsonObject { ["arn"] = Missing + "channel/none" }.ToJsonString());
        await using var page = await Chromium.OpenAsync(Emulator.Url + "/_emulator/");
        await using var encoder = Ffmpeg.Publish(Emulator.IngestUrl + key, 60, "1280x720");
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = 1280,
            ["height"] = 1120,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });
        await page.WaitForAsync("document.querySelector('#channels button')");
        await page.EvaluateAsync("document.querySelector('#channels button[aria-label$=studio]').click()");
        await PlayAsync(page, _viewer.Sign(studio, new() { ["aws:viewer-id"] = "v1" }));
        await page.WaitForAsync("document.getElementById('video').currentTime > 1");
        foreach (var score in new[] { 1, 2 })
        {
            var metadata = new JsonObject { ["score"] = score }.ToJsonString();
            await GoodAsync("PutMetadata", new() { ["channelArn"] = studio, ["metadata"] = metadata });
            await page.WaitForAsync($"document.getElementById('cues').children.length === {score}");
        }
        await page.WaitForAsync("document.getElementById('video').currentTime > 8");
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        foreach (var scheme in new[] { "light", "dark" })
        {
            await SetSchemeAsync(page, scheme);
            var picture = await page.SendAsync("Page.captureScreenshot", new() { ["format"] = "png" });
            await File.WriteAllBytesAsync(
                Path.Combine(AppContext.BaseDirectory, $"page-{scheme}.png"),
                Convert.FromBase64String(picture["data"]!.GetValue<string>()),
                TestContext.Current.CancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _viewer.Dispose();
        base.Dispose(disposing);
    }

    private static async Task SetSchemeAsync(Chromium page, string scheme) => await page.SendAsync("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
    });

    private async Task<(string Arn, string Key)> StudioAsync()
    {
        var created = await GoodAsync("CreateChannel", new() { ["name"] = "studio", ["authorized"] = true });
        return (Arn(created["channel"]!), Text(created["streamKey"]!, "value"));
    }

    private static async Task PlayAsync(Chromium page, string token) => await page.EvaluateAsync(
        $"document.getElementById('token').value = '{token}'; document.querySelector('#play [type=submit]').click()");
}
