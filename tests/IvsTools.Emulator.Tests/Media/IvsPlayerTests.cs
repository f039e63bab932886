using System.Text;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Plays streams with the Amazon IVS player in Chromium. npm downloads the player and a bundler.</summary>
public sealed class IvsPlayerTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    private const string Worker = "amazon-ivs-wasmworker.min";

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task The_IVS_player_plays_a_stream_and_shows_its_metadata()
    {
        ProgramFolder.Find("ffmpeg");
        BundlePlayer();
        var created = await GoodAsync("CreateChannel", new() { ["name"] = "studio" });
        var (channel, key) = (created["channel"]!, Text(created["streamKey"]!, "value"));
        await using var encoder = Ffmpeg.Publish(Emulator.IngestUrl + key, 120);
        WritePage(Text(channel, "playbackUrl"));
        using var server = Serve();
        await Eventually.IsAsync(() => SinkOf(Arn(channel)).View is not null);
        await using var page = await Chromium.OpenAsync(server.Url + "index.html");
        await page.WaitForAsync("states.includes('PLAYING') && document.getElementById('video').currentTime > 3");
        await GoodAsync("PutMetadata", new() { ["channelArn"] = Arn(channel), ["metadata"] = "{\"score\":1}" });
        await page.WaitForAsync("cues.length > 0");
        Assert.Equal("[\"{\\\"score\\\":1}\"]", (await page.EvaluateAsync("JSON.stringify(cues)"))!.GetValue<string>());
    }

    /// <remarks>
    /// These are the errors that the player reports in Amazon IVS if the token is missing, and if the channel is not live.
    /// </remarks>
    [Theory]
    [InlineData(true, "ErrorAuthorization 7 MasterPlaylist invalid_playback_auth_token")]
    [InlineData(false, "ErrorNotAvailable 404 MasterPlaylist ")]
    public async Task The_IVS_player_reads_why_playback_is_rejected(bool isPrivate, string expected)
    {
        BundlePlayer();
        var created = await GoodAsync("CreateChannel", new() { ["authorized"] = isPrivate });
        WritePage(Text(created["channel"]!, "playbackUrl"));
        using var server = Serve();
        await using var page = await Chromium.OpenAsync(server.Url + "index.html");
        await page.WaitForAsync("errors.length > 0");
        Assert.StartsWith(expected, (await page.EvaluateAsync("errors[0]"))!.GetValue<string>(), StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    private void BundlePlayer()
    {
        ProgramFolder.Find("chromium");
        var (exit, _, error) = _folder.Try(
            "npm", "install", "--silent", "--no-audit", "--no-fund", "amazon-ivs-player@1.56.1", "esbuild@0", "events@3", "util@0");
        Assert.SkipWhen(exit != 0, $"npm cannot get the Amazon IVS player: {error.Split('\n')[0]}");
        _folder.Write("entry.js", "window.IVS = require('amazon-ivs-player');"u8.ToArray());
        _folder.Run(
            "npx", "esbuild", "entry.js", "--bundle", "--outfile=player.js", "--define:global=window", "--log-level=error");
    }

    private void WritePage(string playbackUrl) => _folder.Write("index.html", Encoding.UTF8.GetBytes(
        $$"""
        <!doctype html><video id="video" muted playsinline></video><script src="player.js"></script><script>
        const cues = [], states = [], errors = [];
        const player = IVS.create({ wasmWorker: `${location.origin}/{{Worker}}.js`, wasmBinary: `${location.origin}/{{Worker}}.wasm` });
        player.attachHTMLVideoElement(document.getElementById('video'));
        player.addEventListener(IVS.PlayerState.PLAYING, () => states.push('PLAYING'));
        player.addEventListener(IVS.PlayerEventType.ERROR, e => errors.push(`${e.type} ${e.code} ${e.source} ${e.message}`));
        player.addEventListener(IVS.PlayerEventType.TEXT_METADATA_CUE, cue => cues.push(cue.text));
        player.setAutoplay(true);
        player.setMuted(true);
        player.load('{{playbackUrl}}');
        </script>
        """));

    private FolderServer Serve() => new(
        file => _folder.Read(
            file.StartsWith(Worker, StringComparison.Ordinal) ? $"node_modules/amazon-ivs-player/dist/assets/{file}" : file));
}
