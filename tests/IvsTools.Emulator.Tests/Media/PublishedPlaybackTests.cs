using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Plays published streams over HTTP.</summary>
public sealed class PublishedPlaybackTests : PrivateChannel
{
    private const string Site = "https://example.com";
    private static readonly HttpClient Http = new();

    private ChannelMedia Sink => SinkOf(Channel);

    [Fact]
    public async Task The_multivariant_playlist_lists_only_the_published_rendition()
    {
        new TestEncoder(Sink) { Width = 852, Height = 480 }.Publish(8000);
        var played = await Viewer.PlayAsync(Url, Viewer.Sign(Channel));
        var rendition = Assert.Single(played.Body.Split('\n'), line => line.StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal));
        var attributes = rendition.Split(':', 2)[1];
        Assert.Contains(",RESOLUTION=852x480,FRAME-RATE=25.000,CODECS=\"avc1.4D401F,mp4a.40.2\"", attributes, StringComparison.Ordinal);
        var bandwidth = long.Parse(attributes.Split(',')[0]["BANDWIDTH=".Length..], CultureInfo.InvariantCulture);
        var segment = await BytesAsync(SegmentUrl(played.RenditionUrl!, 0));
        Assert.Equal(segment.Length * 4, bandwidth);
        Assert.EndsWith("/480p.m3u8", played.RenditionUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_playlist_lists_the_segments_with_their_times()
    {
        new TestEncoder(Sink).Publish(6000);
        var rendition = await StartAsync();
        Assert.Equal(
            $"""
            #EXTM3U
            #EXT-X-VERSION:3
            #EXT-X-TARGETDURATION:2
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PROGRAM-DATE-TIME:{At(0)}
            #EXTINF:2.000,
            0.ts
            #EXT-X-PROGRAM-DATE-TIME:{At(2)}
            #EXTINF:2.000,
            1.ts

            """.ReplaceLineEndings("\n"),
            (await Viewer.PlayAsync(rendition)).Body);

        string At(int seconds) =>
            Time.GetUtcNow().UtcDateTime.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_playlist_window_moves_and_the_sequence_numbers_continue_after_a_reconnect()
    {
        var encoder = new TestEncoder(Sink) { PictureLength = 10 };
        encoder.Publish(4000);
        var rendition = await StartAsync();
        Sink.End();
        encoder.Publish(6000);
        var playlist = await LinesAsync(rendition);
        Assert.Contains("#EXT-X-MEDIA-SEQUENCE:0", playlist);
        Assert.DoesNotContain(playlist, line => line.StartsWith("#EXT-X-DISCONTINUITY-SEQUENCE", StringComparison.Ordinal));
        Assert.Equal(["0.ts", "1.ts", "#EXT-X-DISCONTINUITY", "2.ts", "3.ts"], Order(playlist));

        encoder.Continue(6000, 14_000);
        playlist = await LinesAsync(rendition);
        Assert.Contains("#EXT-X-MEDIA-SEQUENCE:2", playlist);
        Assert.DoesNotContain(playlist, line => line.StartsWith("#EXT-X-DISCONTINUITY-SEQUENCE", StringComparison.Ordinal));
        Assert.Equal(["#EXT-X-DISCONTINUITY", "2.ts", "3.ts", "4.ts", "5.ts", "6.ts", "7.ts"], Order(playlist));

        encoder.Continue(14_000, 16_000);
        playlist = await LinesAsync(rendition);
        Assert.Contains("#EXT-X-MEDIA-SEQUENCE:3", playlist);
        Assert.Contains("#EXT-X-DISCONTINUITY-SEQUENCE:1", playlist);
        Assert.Equal(["3.ts", "4.ts", "5.ts", "6.ts", "7.ts", "8.ts"], Order(playlist));
        // A player with an earlier playlist can still get its segments.
        Assert.NotEmpty(await BytesAsync(SegmentUrl(rendition, 0)));

        static IEnumerable<string> Order(string[] playlist) =>
            playlist.Where(line => line is "#EXT-X-DISCONTINUITY" || line.EndsWith(".ts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_playlist_ends_and_the_media_is_removed_after_a_minute_if_the_encoder_does_not_reconnect()
    {
        new TestEncoder(Sink).Publish(3000);
        var rendition = await StartAsync();
        Sink.End();
        Emulator.Streams.End(Channel);
        Assert.Equal("stream_not_found", (await Viewer.PlayAsync(Url, Viewer.Sign(Channel))).ErrorCode);
        Assert.DoesNotContain("#EXT-X-ENDLIST", await LinesAsync(rendition));
        Time.Advance(TimeSpan.FromSeconds(6));
        var playlist = await LinesAsync(rendition);
        Assert.Equal("#EXT-X-ENDLIST", playlist[^2]);
        Assert.Contains("#EXTINF:1.000,", playlist);
        Assert.NotEmpty(await BytesAsync(SegmentUrl(rendition, 1)));
        Time.Advance(TimeSpan.FromSeconds(54));
        Assert.Equal("stream_not_found", (await Viewer.PlayAsync(rendition)).ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(SegmentUrl(rendition, 1)));
    }

    [Fact]
    public async Task A_single_use_token_is_not_consumed_before_the_first_segment_is_complete()
    {
        var encoder = new TestEncoder(Sink);
        encoder.Publish(2000);
        var token = Viewer.Sign(Channel, new JsonObject { ["aws:single-use-uuid"] = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61" });
        Assert.Equal("stream_not_found", (await Viewer.PlayAsync(Url, token)).ErrorCode);
        encoder.Continue(2000, 2040);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, token)).Status);
    }

    [Fact]
    public async Task A_segment_is_returned_as_a_transport_stream_that_only_the_viewer_can_cache()
    {
        new TestEncoder(Sink).Publish(4000);
        var rendition = await StartAsync();
        using var response = await Http.GetAsync(new Uri(SegmentUrl(rendition, 0)), TestContext.Current.CancellationToken);
        Assert.Equal("video/mp2t", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("max-age=60, private", response.Headers.CacheControl!.ToString());
        Assert.Equal(["Origin"], response.Headers.Vary);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Sink.Find(0)!.Bytes, body);
        using var playlist = await Http.GetAsync(new Uri(rendition), TestContext.Current.CancellationToken);
        Assert.True(playlist.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("7.ts")]
    [InlineData("-1.ts")]
    [InlineData("+0.ts")]
    [InlineData(" 0.ts")]
    [InlineData("99999999999999999999.ts")]
    [InlineData("x.ts")]
    [InlineData(".ts")]
    public async Task A_request_for_a_missing_segment_returns_not_found(string file)
    {
        new TestEncoder(Sink).Publish(4000);
        var rendition = await StartAsync();
        var url = rendition[..(rendition.LastIndexOf('/') + 1)] + Uri.EscapeDataString(file);
        Assert.Equal("not_found", (await Viewer.PlayAsync(url)).ErrorCode);
        Assert.Equal("not_found", (await Viewer.PlayAsync($"{Emulator.Url}/api/video/v1/playlist/none/0.ts")).ErrorCode);
    }

    [Fact]
    public async Task Revocation_and_strict_origins_apply_to_playlists_and_segments()
    {
        new TestEncoder(Sink).Publish(4000);
        var claims = new JsonObject
        {
            ["aws:access-control-allow-origin"] = Site,
            ["aws:strict-origin-enforcement"] = true,
            ["aws:viewer-id"] = "v1",
        };
        var played = await Viewer.PlayAsync(Url, Viewer.Sign(Channel, claims), Site);
        string[] urls = [played.RenditionUrl!, SegmentUrl(played.RenditionUrl!, 0)];
        foreach (var url in urls)
        {
            Rejected(await Viewer.PlayAsync(url, origin: "https://evil.test"), "evil.test");
            Rejected(await Viewer.PlayAsync(url), "");
            Assert.Equal((HttpStatusCode.OK, Site), await OkAsync(url));
        }
        var request = new JsonObject { ["channelArn"] = Channel, ["viewerId"] = "v1" };
        await Client.PostAsync("StartViewerSessionRevocation", request.ToJsonString());
        foreach (var url in urls)
            Rejected(await Viewer.PlayAsync(url, origin: Site), "revoked");

        async Task<(HttpStatusCode, string?)> OkAsync(string url)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, url);
            message.Headers.Add("Origin", Site);
            using var response = await Http.SendAsync(message, TestContext.Current.CancellationToken);
            return (response.StatusCode, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    [Theory]
    [InlineData("SD", 852, 480, true)]
    [InlineData("SD", 1280, 720, false)]
    [InlineData("HD", 1280, 720, true)]
    [InlineData("HD", 720, 1280, true)]
    [InlineData("HD", 1920, 1080, false)]
    [InlineData("FULL_HD", 1920, 1080, true)]
    public async Task A_rendition_above_the_maximum_resolution_is_not_offered(string maximum, int width, int height, bool isOffered)
    {
        new TestEncoder(Sink) { Width = width, Height = height }.Publish(4000);
        var once = new JsonObject
        {
            ["aws:maximum-resolution"] = maximum,
            ["aws:single-use-uuid"] = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61",
        };
        var token = Viewer.Sign(Channel, once);
        var played = await Viewer.PlayAsync(Url, token);
        if (isOffered)
        {
            Assert.Contains($"RESOLUTION={width}x{height}", played.Body, StringComparison.Ordinal);
            return;
        }
        Rejected(played, $"the maximum resolution of the token is {maximum}, and the only rendition of the stream is {width}x{height}");
        // The rejection does not consume the token.
        Rejected(await Viewer.PlayAsync(Url, token), maximum);
    }

    [Fact]
    public async Task A_session_ends_if_the_resolution_rises_above_the_maximum_of_the_token()
    {
        var encoder = new TestEncoder(Sink) { Width = 1280, Height = 720 };
        encoder.Publish(4000);
        var token = Viewer.Sign(Channel, new JsonObject { ["aws:maximum-resolution"] = "HD" });
        var rendition = (await Viewer.PlayAsync(Url, token)).RenditionUrl!;
        encoder.Write(MediaKind.Video, 4000, TestEncoder.VideoHeader(1920, 1080));
        encoder.Continue(4000, 8000);
        Rejected(await Viewer.PlayAsync(rendition), "HD, and the only rendition of the stream is 1920x1080");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(SegmentUrl(rendition, 1)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(SegmentUrl(rendition, 2)));
    }

    [Fact]
    public async Task PutMetadata_writes_a_tag_to_a_published_stream_and_succeeds_for_a_simulated_stream()
    {
        var encoder = new TestEncoder(Sink);
        encoder.Publish(1000);
        await PutAsync(Channel);
        encoder.Continue(1000, 4000);
        var rendition = await StartAsync();
        Assert.Contains(
            TransportStream.Read(await BytesAsync(SegmentUrl(rendition, 0))).Of(0x15),
            tag => tag.Data.AsSpan().EndsWith("{\"score\":1}"u8));
        var (simulated, _) = await StartChannelAsync();
        await PutAsync(simulated);

        async Task PutAsync(string channel)
        {
            var request = new JsonObject { ["channelArn"] = channel, ["metadata"] = "{\"score\":1}" };
            Assert.Equal(HttpStatusCode.NoContent, (await Client.PostAsync("PutMetadata", request.ToJsonString())).Status);
        }
    }

    [Fact]
    public async Task The_playlists_of_a_published_stream_are_not_used_for_the_simulated_stream_that_follows()
    {
        new TestEncoder(Sink).Publish(4000);
        Sink.End();
        Assert.Equal(2, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel))).Body.Split("#EXT-X-STREAM-INF").Length - 1);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task A_session_continues_only_if_the_encoder_reconnects_in_time(int seconds, bool continues)
    {
        new TestEncoder(Sink).Publish(4000);
        var rendition = await StartAsync();
        Sink.End();
        Emulator.Streams.End(Channel);
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Emulator.Streams.Start(Channel);
        new TestEncoder(Sink).Publish(4000);
        var playlist = (await Viewer.PlayAsync(rendition)).Body;
        Assert.Equal(continues, playlist.Contains("#EXT-X-DISCONTINUITY\n", StringComparison.Ordinal));
        Assert.Equal(continues ? HttpStatusCode.OK : HttpStatusCode.NotFound, await StatusAsync(SegmentUrl(rendition, 0)));
        // In both cases, a new session starts at the sequence number 0.
        Assert.Contains("#EXT-X-MEDIA-SEQUENCE:0", await LinesAsync(await StartAsync()));
        Assert.Equal(continues, Sink.Find(2) is not null);
    }

    [Fact]
    public async Task A_session_of_a_simulated_stream_ends_with_the_stream()
    {
        var rendition = await StartAsync();
        Emulator.Streams.Start(Channel);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(rendition)).Status);
        Emulator.Streams.End(Channel);
        Emulator.Streams.Start(Channel);
        Assert.Equal("Can not find session", (await Viewer.PlayAsync(rendition)).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/x")]
    [InlineData("/0.ts/")]
    [InlineData("/x/0.ts")]
    [InlineData("/%2e%2e/none/0.ts")]
    public async Task A_session_serves_only_playlists_and_segments(string path)
    {
        new TestEncoder(Sink).Publish(4000);
        var rendition = await StartAsync();
        Assert.Equal("not_found", (await Viewer.PlayAsync(rendition[..rendition.LastIndexOf('/')] + path)).ErrorCode);
    }

    [Fact]
    public async Task HEAD_returns_the_headers_of_GET_without_a_body()
    {
        new TestEncoder(Sink).Publish(4000);
        var rendition = await StartAsync();
        string[] urls = [rendition, SegmentUrl(rendition, 0), $"{Emulator.Url}/_emulator/overview", $"{Emulator.Url}/none"];
        foreach (var url in urls)
        {
            using var client = new TcpClient("127.0.0.1", Emulator.Port);
            await using var stream = client.GetStream();
            var request = $"HEAD {new Uri(url).AbsolutePath} HTTP/1.1\r\nHost: 127.0.0.1:{Emulator.Port}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var response = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            var status = url.EndsWith("none", StringComparison.Ordinal) ? 404 : 200;
            Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
            Assert.Matches(@"Content-Length: [1-9]", response);
            Assert.Equal(response.Length - 4, response.IndexOf("\r\n\r\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Deleting_the_channel_or_resetting_the_emulator_removes_the_media()
    {
        new TestEncoder(Sink).Publish(4000);
        Sink.End();
        Emulator.Streams.End(Channel);
        var first = Sink;
        await Client.PostAsync("DeleteChannel", new JsonObject { ["arn"] = Channel }.ToJsonString());
        Assert.NotSame(first, Sink);
        first = Sink;
        await Http.PostAsync(new Uri(Emulator.Url + "/_emulator/reset"), null, TestContext.Current.CancellationToken);
        Assert.NotSame(first, Sink);
    }

    private static string SegmentUrl(string rendition, int number) => $"{rendition[..(rendition.LastIndexOf('/') + 1)]}{number}.ts";

    // Starts playback, and returns the URL of the rendition.
    private async Task<string> StartAsync()
    {
        var played = await Viewer.PlayAsync(Url, Viewer.Sign(Channel));
        Assert.Equal(HttpStatusCode.OK, played.Status);
        return played.RenditionUrl!;
    }

    private async Task<string[]> LinesAsync(string url) => (await Viewer.PlayAsync(url)).Body.Split('\n');

    private static Task<byte[]> BytesAsync(string url) => Http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var response = await Http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
