using System.Text;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>The Amazon IVS player in Chromium. npm downloads the player and a bundler.</summary>
public sealed class IvsPlayerTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    private const string Worker = "amazon-ivs-wasmworker.min";

    private readonly Stranger _stranger = new();

    [Fact]
    public async Task The_IVS_player_plays_and_shows_metadata()
    {
        Stranger.Find("chromium");
        Stranger.Find("ffmpeg");
        var (exit, _, error) = _stranger.Try(
            "npm", "install", "--silent", "--no-audit", "--no-fund", "amazon-ivs-player@1.56.1", "esbuild@0", "events@3", "util@0");
        Assert.SkipWhen(exit != 0, $"npm cannot get the Amazon IVS player: {error.Split('\n')[0]}");
        _stranger.Write("entry.js", "window.IVS = require('amazon-ivs-player');"u8.ToArray());
        _stranger.Run(
            "npx", "esbuild", "entry.js", "--bundle", "--outfile=player.js", "--define:global=window", "--log-level=error");
        var created = await GoodAsync("CreateChannel", new() { ["name"] = "studio" });
        var (channel, key) = (created["channel"]!, Text(created["streamKey"]!, "value"));
        await using var encoder = Ffmpeg.Publish(Emulator.IngestUrl + key, 120);
        _stranger.Write("index.html", Encoding.UTF8.GetBytes(
            $$"""
            <!doctype html><video id="video" muted playsinline></video><script src="player.js"></script><script>
            const cues = [], states = [];
            const player = IVS.create({ wasmWorker: `${location.origin}/{{Worker}}.js`, wasmBinary: `${location.origin}/{{Worker}}.wasm` });
            player.attachHTMLVideoElement(document.getElementById('video'));
            player.addEventListener(IVS.PlayerState.PLAYING, () => states.push('PLAYING'));
            player.addEventListener(IVS.PlayerEventType.TEXT_METADATA_CUE, cue => cues.push(cue.text));
            player.setAutoplay(true);
            player.setMuted(true);
            player.load('{{Text(channel, "playbackUrl")}}');
            </script>
            """));
        using var server = new FolderServer(
            file => _stranger.Read(
                file.StartsWith(Worker, StringComparison.Ordinal) ? $"node_modules/amazon-ivs-player/dist/assets/{file}" : file));
        Assert.True(SpinWait.SpinUntil(() => SinkOf(Arn(channel)).View is not null, TimeSpan.FromSeconds(60)));
        await using var page = await Chromium.OpenAsync(server.Url + "index.html");
        await page.WaitForAsync("states.includes('PLAYING') && document.getElementById('video').currentTime > 3");
        await GoodAsync("PutMetadata", new() { ["channelArn"] = Arn(channel), ["metadata"] = "{\"score\":1}" });
        await page.WaitForAsync("cues.length > 0");
        Assert.Equal("[\"{\\\"score\\\":1}\"]", (await page.EvaluateAsync("JSON.stringify(cues)"))!.GetValue<string>());
    }

    protected override void Dispose(bool disposing)
    {
        _stranger.Dispose();
        base.Dispose(disposing);
    }
}
