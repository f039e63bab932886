using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IvsTools.Emulator.Tests;

/// <summary>Tests the page of the emulator, and the overview that it shows.</summary>
public sealed partial class PageTests : EmulatorTest
{
    private const string Player = "hls.light.min.js";
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task Only_a_client_that_accepts_HTML_gets_the_page(string? accept, string type)
    {
        using var response = await GetAsync("", ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(type == "text/html", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) is ['<', ..]);
    }

    [Fact]
    public async Task The_page_is_found_without_the_final_slash()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Emulator.Url + "/_emulator");
        request.Headers.Add("Accept", "text/html");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "/_emulator/"), (response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_page_refers_only_to_its_own_files()
    {
        var html = await TextAsync("");
        var referred = Reference().Matches(html).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Contains(Player, referred);
        foreach (var name in OwnFiles().Where(name => name.EndsWith(".mjs", StringComparison.Ordinal)))
            referred.UnionWith(Import().Matches(await TextAsync(name)).Select(match => match.Groups[1].Value));
        foreach (var name in referred)
        {
            using var response = await GetAsync(name);
            Assert.True(response.StatusCode == HttpStatusCode.OK, name);
        }
        foreach (var name in OwnFiles())
            Assert.DoesNotMatch(@"(https?:)?//\w", NotLoaded().Replace(await TextAsync(name), string.Empty));
    }

    [Fact]
    public async Task Every_file_of_the_page_has_a_content_security_policy_that_allows_only_the_emulator()
    {
        foreach (var name in (string[])[.. OwnFiles(), Player])
        {
            using var response = await GetAsync(name);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("script-src 'self'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain(policy, rule => rule.Contains("unsafe", StringComparison.Ordinal));
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task The_scripts_of_the_page_insert_text_instead_of_HTML_and_send_only_GET_requests()
    {
        foreach (var name in OwnFiles().Where(name => name.EndsWith(".mjs", StringComparison.Ordinal)))
        {
            var script = await TextAsync(name);
            Assert.DoesNotMatch(
                @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b|Function\(", script);
            Assert.DoesNotMatch(@"method:|localStorage|sessionStorage|cookie", script);
        }
        Assert.DoesNotMatch(@"\son\w+=|style=", await TextAsync(""));
    }

    [Theory]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_site_cannot_read_the_page_or_the_overview(string header, string value)
    {
        foreach (var name in (string[])["", "overview", "page.mjs", Player])
        {
            using var response = await GetAsync(name, ("Accept", "text/html"), (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task The_files_of_the_page_accept_only_GET_requests(string method)
    {
        foreach (var name in (string[])["index.html", "page.mjs", "overview"])
            Assert.Equal(HttpStatusCode.NotFound, (await ControlAsync(method, name)).Status);
    }

    [Fact]
    public async Task The_overview_shows_live_channels_first_with_their_stream_and_sessions()
    {
        var first = await ChannelAsync(new() { ["name"] = "first", ["authorized"] = true });
        var second = await LiveChannelAsync(new() { ["name"] = "second" });
        Emulator.Faults.Fail("GetStream", "ThrottlingException");
        Emulator.Faults.Latency = TimeSpan.FromMilliseconds(1);
        Emulator.ViewerCountry = "DE";
        var overview = await OverviewAsync();
        Assert.Equal([second, first], overview["channels"]!.AsArray().Select(channel => Text(channel!, "arn")));
        Assert.Equal(2, overview["channelCount"]!.GetValue<int>());
        var live = overview["channels"]![0]!;
        Assert.Equal(("second", "LIVE"), (Text(live, "name"), Text(live["stream"]!, "state")));
        Assert.Equal(Text(live["stream"]!, "streamId"), Text(Assert.Single(live["sessions"]!.AsArray())!, "streamId"));
        Assert.Null(live["media"]);
        Assert.Null(overview["channels"]![1]!["stream"]);
        Assert.Equal("ThrottlingException", Text(Assert.Single(overview["faults"]!.AsArray())!, "code"));
        Assert.Equal(
            """{"latencyMs":1,"requestsPerSecond":null,"pendingVerification":false,"viewerCountry":"DE"}""",
            overview["settings"]!.ToJsonString());
        Assert.Equal(["CreateChannel", "CreateChannel"], overview["requests"]!.AsArray().Select(request => Text(request!, "operation")));
    }

    [Fact]
    public async Task The_overview_shows_the_media_of_a_published_stream()
    {
        var channel = await LiveChannelAsync();
        new Media.TestEncoder(SinkOf(channel)).Publish(4000);
        var media = (await OverviewAsync())["channels"]![0]!["media"]!;
        Assert.Equal((640, 360), (media["width"]!.GetValue<int>(), media["height"]!.GetValue<int>()));
        Assert.Equal(25, media["frameRate"]!.GetValue<double>());
        Assert.Equal("avc1.4D401F,mp4a.40.2", Text(media, "codecs"));
        SinkOf(channel).End();
        Assert.Null((await OverviewAsync())["channels"]![0]!["media"]);
    }

    [Fact]
    public async Task The_overview_contains_no_secrets()
    {
        var created = await GoodAsync("CreateChannel", new() { ["authorized"] = true });
        var key = Text(created["streamKey"]!, "value");
        var url = Text(created["channel"]!, "playbackUrl") + "?token=a.secret.token";
        await Http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        await GoodAsync("GetStreamKey", new() { ["arn"] = Arn(created["streamKey"]!) });
        var overview = await OverviewAsync();
        var text = overview.ToJsonString();
        Assert.DoesNotContain(key[15..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.SecretAccessKey, text, StringComparison.Ordinal);
        Assert.Equal("sk_us-west-2_••••", Text(overview["channels"]![0]!, "streamKey"));
        Assert.Equal(3, overview["requests"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/video/v1/playlist/6f1c2b3a/7.ts", "/api/video/v1/playlist/••••/7.ts")]
    [InlineData("/api/video/v1/playlist/6f1c2b3a", "/api/video/v1/playlist/••••")]
    [InlineData("/api/video/v1/playlist/6f1c2b3a/x/7.ts?token=x", "/api/video/v1/playlist/••••/x/7.ts")]
    [InlineData("/api/video/v1/x.m3u8%3Ftoken=eyJhbGciOiJFUzM4NCJ9.eyJhIjoxfQ.c2ln", "/api/video/v1/x.m3u8%3Ftoken=(token)")]
    [InlineData("/<img%20src=x%20onerror=alert(1)>?a=1", "/<img%20src=x%20onerror=alert(1)>")]
    public async Task A_path_is_shown_without_its_token_or_playback_session(string path, string shown)
    {
        // HttpClient would normalize the path before it sends the request.
        using (var client = new TcpClient("127.0.0.1", Emulator.Port))
        {
            await using var stream = client.GetStream();
            var request = $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{Emulator.Port}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream);
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(shown, Text(Assert.Single((await OverviewAsync())["requests"]!.AsArray())!, "path"));
        Assert.Equal((path, shown), (Assert.Single(Emulator.Requests).Path, Emulator.Requests[0].LoggedPath));
    }

    [Fact]
    public async Task The_overview_shows_the_events_of_encoders()
    {
        using var emulator = EmulatorServer.Start(new() { IngestPort = 0 });
        using var ffmpeg = new ProgramFolder();
        ffmpeg.Try(
            "ffmpeg", "-v", "quiet", "-f", "lavfi", "-i", "testsrc2=size=320x180", "-t", "1", "-f", "flv", "-tls_verify", "0",
            emulator.IngestUrl + "sk_us-west-2_none_secret");
        var overview = JsonNode.Parse(
            await Http.GetStringAsync(new Uri(emulator.Url + "/_emulator/overview"), TestContext.Current.CancellationToken))!;
        var rejected = Assert.Single(overview["encoders"]!.AsArray())!;
        Assert.Equal(("Rejected", true), (Text(rejected, "action"), rejected["isSecure"]!.GetValue<bool>()));
        Assert.DoesNotContain("secret", overview.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_contains_a_limited_number_of_channels_and_requests()
    {
        for (var i = 0; i < 105; i++)
            await ChannelAsync();
        var overview = await OverviewAsync();
        Assert.Equal(
            (105, 100, 50),
            (overview["channelCount"]!.GetValue<int>(), overview["channels"]!.AsArray().Count, overview["requests"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_player_is_identical_to_the_file_in_the_npm_package_whose_version_is_in_the_notices()
    {
        var notices = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.txt"), TestContext.Current.CancellationToken);
        var version = Version().Match(notices).Groups[1].Value;
        Assert.Contains($"\"{version}\"", await TextAsync(Player), StringComparison.Ordinal);
        using var folder = new ProgramFolder();
        Assert.Equal(
            Convert.ToHexString(SHA256.HashData(folder.NpmFile($"hls.js@{version}", $"dist/{Player}"))),
            Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await TextAsync(Player)))));
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"from '\./([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex("^\\s*//.*$|xmlns=\"[^\"]*\"", RegexOptions.Multiline)]
    private static partial Regex NotLoaded();

    [GeneratedRegex(@"^hls\.js ([\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Version();

    private static IEnumerable<string> OwnFiles() =>
        typeof(EmulatorServer).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("WebPage/", StringComparison.Ordinal) && !name.EndsWith(Player, StringComparison.Ordinal))
            .Select(name => name["WebPage/".Length..]);

    private async Task<JsonNode> OverviewAsync() => (await ControlAsync("GET", "overview")).Body!;

    private async Task<string> TextAsync(string name)
    {
        using var response = await GetAsync(name, ("Accept", "text/html"));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string name, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Emulator.Url}/_emulator/{name}");
        foreach (var (header, value) in headers.Where(header => header.Value is not null))
            request.Headers.TryAddWithoutValidation(header, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
