using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

public sealed class PlaybackTests : PrivateChannel
{
    private const string Site = "https://example.com";

    [Fact]
    public async Task A_private_channel_plays_only_with_a_valid_token()
    {
        var played = await Viewer.PlayAsync(Url, Viewer.Sign(Channel));
        Assert.Equal(HttpStatusCode.OK, played.Status);
        Assert.StartsWith("#EXTM3U", played.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(played.RenditionUrl!)).Status);
        Rejected(await Viewer.PlayAsync(Url), "token contains an invalid number of segments");
        Rejected(await Viewer.PlayAsync(Url, ""), "token contains an invalid number of segments");
        Rejected(await Viewer.PlayAsync(Url, "abc"), "token contains an invalid number of segments");
    }

    [Fact]
    public async Task A_token_is_rejected_if_its_text_was_changed_or_its_signing_key_or_channel_is_wrong()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var (otherChannel, otherUrl) = await StartChannelAsync();
        Rejected(await Viewer.PlayAsync(Url, Viewer.Sign(Channel, key: other)));
        Rejected(await Viewer.PlayAsync(Url, Viewer.Sign(otherChannel)), "not");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(otherUrl, Viewer.Sign(otherChannel))).Status);
        var token = Viewer.Sign(Channel);
        Rejected(await Viewer.PlayAsync(Url, token.Remove(50, 1)));
        // After the import, the channel accepts tokens that are signed with either key.
        await ImportAsync(other);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel, key: other))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, token)).Status);
    }

    [Theory]
    [InlineData("%20{0}")]
    [InlineData("{0}%0A")]
    [InlineData("+{0}")]
    [InlineData("%EF%BB%BF{0}")]
    [InlineData("Bearer%20{0}")]
    [InlineData("https%3A%2F%2Fexample.com%2F%3Ftoken%3D{0}")]
    public async Task Text_around_a_token_is_rejected(string format) =>
        Rejected(await Viewer.PlayAsync(Url, format.Replace("{0}", Viewer.Sign(Channel), StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"exp":1}""")]
    [InlineData("""{"exp":"soon"}""")]
    [InlineData("""{"exp":4000000000,"aws:viewer-id":"v"}""")]
    [InlineData("""{"aws:viewer-id":""}""")]
    [InlineData("""{"aws:strict-origin-enforcement":true}""")]
    public async Task Invalid_claims_are_rejected(string claims) =>
        Rejected(await Viewer.PlayAsync(Url, Viewer.Sign(Channel, JsonNode.Parse(claims)!.AsObject())));

    [Theory]
    [InlineData("""{"iat":1,"room":"blue"}""")]
    [InlineData("""{"aws:viewer-session-version":1}""")]
    public async Task A_claim_without_effect_does_not_prevent_playback(string claims) =>
        Assert.Equal(
            HttpStatusCode.OK, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel, JsonNode.Parse(claims)!.AsObject()))).Status);

    [Fact]
    public async Task A_session_continues_after_its_token_expires_but_the_token_cannot_start_another_session()
    {
        var token = Viewer.Sign(Channel, new JsonObject { ["exp"] = Time.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds() });
        var started = await Viewer.PlayAsync(Url, token);
        Time.Advance(TimeSpan.FromSeconds(61));
        var again = await Viewer.PlayAsync(Url, token);
        Rejected(again, "expired");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(started.RenditionUrl!)).Status);
    }

    [Fact]
    public async Task A_single_use_token_cannot_start_a_second_session_but_the_first_session_continues()
    {
        var once = new JsonObject { ["aws:single-use-uuid"] = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61" };
        var token = Viewer.Sign(Channel, once);
        var played = await Viewer.PlayAsync(Url, token);
        Assert.Equal(HttpStatusCode.OK, played.Status);
        Rejected(await Viewer.PlayAsync(Url, token), "already used");
        // Another token with the same UUID is also rejected.
        var sameUuid = new JsonObject { ["aws:single-use-uuid"] = "6F1C2B3A-9D84-4C1E-8F5A-2B7D9E0C4A61" };
        Rejected(await Viewer.PlayAsync(Url, Viewer.Sign(Channel, sameUuid)), "already used");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(played.RenditionUrl!)).Status);
    }

    [Fact]
    public async Task A_HEAD_request_checks_a_single_use_token_but_does_not_use_it_up()
    {
        var url = $"{Url}?token={Viewer.Sign(Channel, new JsonObject { ["aws:single-use-uuid"] = $"{Guid.NewGuid()}" })}";
        using var http = new HttpClient();
        HttpStatusCode[] statuses =
        [
            await HeadAsync(), await HeadAsync(), (await Viewer.PlayAsync(url)).Status, await HeadAsync(),
        ];
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden], statuses);

        async Task<HttpStatusCode> HeadAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, url);
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Strict_enforcement_allows_only_the_listed_origins()
    {
        var token = OriginToken($"{Site},https://*.example.org", strict: true);
        var played = await Viewer.PlayAsync(Url, token, Site);
        Assert.Equal((HttpStatusCode.OK, Site), (played.Status, played.AllowedOrigin));
        Assert.Equal("https://www.example.org", (await Viewer.PlayAsync(Url, token, "https://www.example.org")).AllowedOrigin);
        Rejected(await Viewer.PlayAsync(Url, token, "https://evil.test"), "evil.test");
        Rejected(await Viewer.PlayAsync(Url, token));
    }

    [Theory]
    [InlineData("http://[::1]:3000")]
    [InlineData("https://a_b.com")]
    [InlineData("capacitor://localhost")]
    [InlineData("null")]
    public async Task A_page_can_play_if_its_Origin_header_is_an_allowed_origin(string origin)
    {
        var played = await Viewer.PlayAsync(Url, OriginToken(origin, strict: true), origin);
        Assert.Equal((HttpStatusCode.OK, origin), (played.Status, played.AllowedOrigin));
    }

    [Fact]
    public async Task Without_strict_enforcement_the_response_contains_the_allowed_origin()
    {
        var token = OriginToken(Site, strict: false);
        Assert.Equal(
            (HttpStatusCode.OK, Site),
            ((await Viewer.PlayAsync(Url, token, Site)).Status, (await Viewer.PlayAsync(Url, token, Site)).AllowedOrigin));
        // The response allows only the origin in the token. If a page has a different origin, the browser hides the response from the
        // page. Players outside a browser do not check the origin.
        var elsewhere = await Viewer.PlayAsync(Url, token, "https://evil.test");
        Assert.Equal((HttpStatusCode.OK, Site), (elsewhere.Status, elsewhere.AllowedOrigin));
        // Without strict enforcement, the origins apply only to the multivariant playlist.
        Assert.Equal("*", (await Viewer.PlayAsync(elsewhere.RenditionUrl!, origin: "https://evil.test")).AllowedOrigin);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, token)).Status);
        Assert.Equal("*", (await Viewer.PlayAsync(Url, Viewer.Sign(Channel), Site)).AllowedOrigin);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, OriginToken("*", strict: false))).Status);
        Assert.Equal("*", (await Viewer.PlayAsync(Url, OriginToken("*", strict: false))).AllowedOrigin);
    }

    [Fact]
    public async Task A_token_of_a_deleted_key_pair_cannot_start_a_session_but_existing_sessions_continue()
    {
        var token = Viewer.Sign(Channel);
        var played = await Viewer.PlayAsync(Url, token);
        await Client.PostAsync("DeletePlaybackKeyPair", new JsonObject { ["arn"] = KeyPair }.ToJsonString());
        Rejected(await Viewer.PlayAsync(Url, token));
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(played.RenditionUrl!)).Status);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await ImportAsync(other);
        Rejected(await Viewer.PlayAsync(Url, token), "another key");
    }

    [Fact]
    public async Task Strict_enforcement_applies_to_the_media_playlist()
    {
        var played = await Viewer.PlayAsync(Url, OriginToken(Site, strict: true), Site);
        Assert.Equal(
            (HttpStatusCode.OK, Site), ((await Viewer.PlayAsync(played.RenditionUrl!, origin: Site)).Status, played.AllowedOrigin));
        Rejected(await Viewer.PlayAsync(played.RenditionUrl!, origin: "https://evil.test"), "evil.test");
        Rejected(await Viewer.PlayAsync(played.RenditionUrl!));
    }

    [Fact]
    public async Task A_rejected_request_does_not_use_up_a_single_use_token()
    {
        var token = Viewer.Sign(Channel, new JsonObject { ["aws:single-use-uuid"] = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61" });
        Emulator.Streams.End(Channel);
        Assert.Equal(HttpStatusCode.NotFound, (await Viewer.PlayAsync(Url, token)).Status);
        Emulator.Streams.Start(Channel);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, token)).Status);
        Rejected(await Viewer.PlayAsync(Url, token), "already used");
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("FULL_HD", 2)]
    [InlineData("HD", 2)]
    [InlineData("SD", 1)]
    public async Task The_maximum_resolution_of_a_token_limits_the_renditions(string? most, int renditions)
    {
        var claims = most is null ? null : new JsonObject { ["aws:maximum-resolution"] = most };
        Assert.Equal(renditions, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel, claims))).Body.Split("#EXT-X-STREAM-INF").Length - 1);
    }

    [Fact]
    public async Task A_restriction_policy_applies_only_to_public_channels()
    {
        var request = new JsonObject
        {
            ["allowedCountries"] = new JsonArray("DE"),
            ["allowedOrigins"] = new JsonArray(Site),
            ["enableStrictOriginEnforcement"] = true,
        };
        var created = await Client.PostAsync("CreatePlaybackRestrictionPolicy", request.ToJsonString());
        var policy = created.Body["playbackRestrictionPolicy"]!["arn"]!.GetValue<string>();
        var (open, url) = await StartChannelAsync(isPrivate: false);
        foreach (var arn in new[] { open, Channel })
        {
            Emulator.Streams.End(arn);
            await Client.PostAsync(
                "UpdateChannel", new JsonObject { ["arn"] = arn, ["playbackRestrictionPolicyArn"] = policy }.ToJsonString());
            Emulator.Streams.Start(arn);
        }
        Assert.Equal(Site, (await Viewer.PlayAsync(url, origin: Site)).AllowedOrigin);
        Rejected(await Viewer.PlayAsync(url, origin: "https://evil.test"), "evil.test");
        Emulator.ViewerCountry = "FR";
        Rejected(await Viewer.PlayAsync(url, origin: Site), "FR");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel))).Status);
        Emulator.ViewerCountry = "DE";
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(url, origin: Site)).Status);
    }

    [Fact]
    public async Task A_public_channel_plays_without_a_token_and_with_any_token()
    {
        var (_, url) = await StartChannelAsync(isPrivate: false);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(url)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(url, "nonsense")).Status);
        Assert.Equal("*", (await Viewer.PlayAsync(url, origin: Site)).AllowedOrigin);
    }

    [Fact]
    public async Task A_channel_that_is_missing_or_not_live_returns_404_after_the_token_check()
    {
        Emulator.Streams.End(Channel);
        Assert.Equal((HttpStatusCode.NotFound, "stream_not_found"), (await NotFoundAsync(Url, Viewer.Sign(Channel))));
        Rejected(await Viewer.PlayAsync(Url), "token contains an invalid number of segments");
        Assert.Equal(
            (HttpStatusCode.NotFound, "not_found"),
            await NotFoundAsync(Url.Replace(".m3u8", "x.m3u8", StringComparison.Ordinal), Viewer.Sign(Channel)));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await NotFoundAsync($"{Emulator.Url}/api/video/v1/playlist/none.m3u8", null));

        async Task<(HttpStatusCode, string?)> NotFoundAsync(string url, string? token)
        {
            var response = await Viewer.PlayAsync(url, token);
            return (response.Status, response.ErrorCode);
        }
    }

    [Fact]
    public async Task A_page_of_any_origin_can_read_a_rejection()
    {
        var started = await Viewer.PlayAsync(Url, OriginToken(Site, strict: true), Site);
        Playback[] rejected =
        [
            await Viewer.PlayAsync(Url, origin: Site),
            await Viewer.PlayAsync(Url, OriginToken(Site, strict: true), "https://evil.test"),
            await Viewer.PlayAsync(started.RenditionUrl!, origin: "https://evil.test"),
            await Viewer.PlayAsync(started.RenditionUrl!.Replace("720p.m3u8", "9.ts", StringComparison.Ordinal), origin: Site),
            await Viewer.PlayAsync(Emulator.Url + "/api/video/v1/none.m3u8", origin: Site),
        ];
        Assert.Equal([403, 403, 403, 404, 404], rejected.Select(playback => (int)playback.Status));
        Assert.All(rejected, playback => Assert.Equal("*", playback.AllowedOrigin));
    }

    [Fact]
    public async Task Playback_responses_contain_the_time_of_the_emulator_but_API_responses_contain_the_real_time()
    {
        Emulator.AdvanceClock(TimeSpan.FromHours(2));
        var expected = DateTimeOffset.FromUnixTimeSeconds(Time.GetUtcNow().AddHours(2).ToUnixTimeSeconds());
        Assert.Equal(expected, (await Viewer.PlayAsync(Url)).Date);
        var (_, open) = await StartChannelAsync(isPrivate: false);
        Assert.Equal(expected, (await Viewer.PlayAsync(open)).Date);
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(Emulator.Url + "/ListChannels"), TestContext.Current.CancellationToken);
        Assert.InRange(response.Headers.Date!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }

    [Fact]
    public async Task A_session_ends_with_its_stream_and_is_removed_by_a_reset()
    {
        var played = await Viewer.PlayAsync(Url, Viewer.Sign(Channel));
        Emulator.Streams.End(Channel);
        Assert.Equal(HttpStatusCode.NotFound, (await Viewer.PlayAsync(played.RenditionUrl!)).Status);
        using var http = new HttpClient();
        await http.PostAsync(new Uri(Emulator.Url + "/_emulator/reset"), null, TestContext.Current.CancellationToken);
        Assert.Equal("not_found", (await Viewer.PlayAsync(played.RenditionUrl!)).ErrorCode);
    }

    private string OriginToken(string allowed, bool strict) =>
        Viewer.Sign(Channel, new JsonObject { ["aws:access-control-allow-origin"] = allowed, ["aws:strict-origin-enforcement"] = strict });
}
