using System.Text;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Tests problems in the claims of a token with a valid signature.</summary>
public class TokenClaimTests
{
    [Theory]
    [InlineData("{}", "MissingChannelArn MissingExpiry")]
    [InlineData("""{"exp":1800000300}""", "MissingChannelArn")]
    [InlineData("""{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh"}""", "MissingExpiry")]
    [InlineData("[]", "NotJson")]
    [InlineData("""["aws:channel-arn"]""", "NotJson")]
    [InlineData("null", "NotJson")]
    [InlineData("42", "NotJson")]
    [InlineData("", "NotJson")]
    [InlineData("{\"a\":", "NotJson")]
    [InlineData("{} {}", "NotJson")]
    public void A_payload_must_be_an_object_with_a_channel_and_an_expiry(string payload, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(payload)));

    [Theory]
    [InlineData("\"\"", "InvalidChannelArn")]
    [InlineData("\"*\"", "InvalidChannelArn")]
    [InlineData("\"abcdABCDefgh\"", "InvalidChannelArn")]
    [InlineData("\"arn:aws:ivs:us-west-2:123456789012:stream-key/abcdABCDefgh\"", "InvalidChannelArn")]
    [InlineData("\"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh\\n\"", "InvalidChannelArn")]
    [InlineData("\"ARN:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh\"", "InvalidChannelArn")]
    [InlineData("7", "WrongClaimType")]
    [InlineData("null", "WrongClaimType")]
    [InlineData("[\"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh\"]", "WrongClaimType")]
    [InlineData("{\"arn\":\"x\"}", "WrongClaimType")]
    public void The_channel_must_be_an_ARN(string channel, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload(channel: channel))));

    [Theory]
    [InlineData("1800000001", "")]
    [InlineData("1800000000", "Expired")]
    [InlineData("1799999999", "Expired")]
    [InlineData("0", "Expired")]
    [InlineData("-1", "Expired")]
    [InlineData("-9223372036854775808", "Expired")]
    [InlineData("99999999999", "")]
    [InlineData("1800000300000", "ExpiryInMilliseconds")]
    [InlineData("1799999999000", "Expired ExpiryInMilliseconds")]
    [InlineData("1800000300000000", "ExpiryInMilliseconds")]
    [InlineData("9223372036854775807", "ExpiryInMilliseconds")]
    [InlineData("1.8000003e9", "")]
    [InlineData("1800000300.0", "")]
    [InlineData("1.7999e9", "Expired")]
    [InlineData("9007199254740993.0", "WrongClaimType")]
    [InlineData("9223372036854775808", "WrongClaimType")]
    [InlineData("1e400", "WrongClaimType")]
    [InlineData("-1e400", "WrongClaimType")]
    [InlineData("1800000300.5", "WrongClaimType")]
    [InlineData("\"1800000300\"", "WrongClaimType")]
    [InlineData("\"2027-01-15T08:05:00Z\"", "WrongClaimType")]
    [InlineData("null", "WrongClaimType")]
    [InlineData("true", "WrongClaimType")]
    [InlineData("[1800000300]", "WrongClaimType")]
    public void The_expiry_must_be_in_seconds_and_in_the_future(string expiry, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload(expiry: expiry))));

    [Theory]
    [InlineData("1800000000", "")]
    [InlineData("1799999999.0", "")]
    [InlineData("1800000001", "NotYetValid")]
    [InlineData("1800000000000", "NotYetValid")]
    [InlineData("9223372036854775807", "NotYetValid")]
    [InlineData("-1", "")]
    [InlineData("\"1\"", "WrongClaimType")]
    [InlineData("null", "WrongClaimType")]
    [InlineData("1.5", "WrongClaimType")]
    public void A_token_is_not_valid_before_its_nbf(string start, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload($"\"nbf\":{start}"))));

    [Fact]
    public void A_participant_token_of_a_stage_is_reported()
    {
        var report = Jwt.Judge(Jwt.Sign("""
            {"exp":1800043200,"iat":1800000000,"jti":"abc",
             "resource":"arn:aws:ivs:us-west-2:123456789012:stage/abc","topic":"abc","version":"1.0",
             "events_url":"wss://global.events.live-video.net","whip_url":"https://abc.global-bm.whip.live-video.net","user_id":"u",
             "capabilities":{"allow_publish":true,"allow_subscribe":true}}
            """));
        Assert.Equal(("StageToken", ""), (Jwt.Problems(report), Jwt.Notes(report)));
        Assert.Equal("MissingChannelArn", Jwt.Problems(Jwt.Sign("""{"exp":1800000300,"topic":"x"}""")));
    }

    [Fact]
    public void The_message_about_an_expiry_in_milliseconds_contains_the_resulting_lifetime_of_the_token() =>
        Assert.Contains(
            "56,982 years",
            Assert.Single(Jwt.Judge(Jwt.Sign(Jwt.Payload(expiry: "1800000300000"))).Problems).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_expiry_in_milliseconds_is_shown_as_the_intended_time() =>
        Assert.Equal(Jwt.Now.AddMinutes(5).LocalDateTime, Jwt.Judge(Jwt.Sign(Jwt.Payload(expiry: "1800000300000"))).ExpiresAt);

    [Theory]
    [InlineData("\"aws:viewer-id\":\"v\"", "1800000600", "")]
    [InlineData("\"aws:viewer-id\":\"v\"", "1800000601", "LivesTooLong")]
    [InlineData("\"aws:viewer-id\":\"v\"", "1800000300000", "ExpiryInMilliseconds")]
    [InlineData("\"aws:single-use-uuid\":\"6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61\"", "1800000600", "")]
    [InlineData("\"aws:single-use-uuid\":\"6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61\"", "1800000601", "LivesTooLong")]
    [InlineData("\"aws:strict-origin-enforcement\":false", "1900000000", "")]
    public void A_token_with_a_viewer_ID_or_single_use_UUID_must_expire_within_10_minutes(string claim, string expiry, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload(claim, expiry: expiry))));

    [Theory]
    [InlineData("\"aws:viewer-id\":7", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":null", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":[\"v\"]", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":{\"id\":\"v\"}", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":\"\"", "InvalidViewerId")]
    [InlineData("\"aws:viewer-id\":\"v\",\"aws:viewer-session-version\":0", "")]
    [InlineData("\"aws:viewer-id\":\"v\",\"aws:viewer-session-version\":-1", "InvalidViewerSessionVersion")]
    [InlineData("\"aws:viewer-id\":\"v\",\"aws:viewer-session-version\":\"1\"", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":\"v\",\"aws:viewer-session-version\":1.5", "WrongClaimType")]
    [InlineData("\"aws:viewer-id\":\"v\",\"aws:viewer-session-version\":null", "WrongClaimType")]
    [InlineData("\"aws:viewer-session-version\":1", "")]
    [InlineData("\"aws:ads-opt-out\":true", "")]
    [InlineData("\"aws:ads-opt-out\":\"true\"", "WrongClaimType")]
    [InlineData("\"aws:ads-player-params\":{\"a\":\"b\"}", "")]
    [InlineData("\"aws:ads-player-params\":\"a=b\"", "WrongClaimType")]
    [InlineData("\"aws:ads-playback-config-name\":\"sports\"", "")]
    [InlineData("\"aws:ads-playback-config-name\":\"\"", "InvalidAdsPlaybackConfigurationName")]
    [InlineData("\"aws:ads-reporting-mode\":\"SERVER\"", "")]
    [InlineData("\"aws:ads-reporting-mode\":\"server\"", "InvalidAdsReportingMode")]
    [InlineData("\"aws:single-use-uuid\":\"once\"", "InvalidSingleUseUuid")]
    [InlineData("\"aws:single-use-uuid\":true", "WrongClaimType")]
    [InlineData("\"aws:maximum-resolution\":\"hd\"", "InvalidMaximumResolution")]
    [InlineData("\"aws:maximum-resolution\":720", "WrongClaimType")]
    [InlineData("\"aws:strict-origin-enforcement\":\"true\"", "WrongClaimType")]
    [InlineData("\"aws:strict-origin-enforcement\":1", "WrongClaimType")]
    [InlineData("\"aws:strict-origin-enforcement\":null", "WrongClaimType")]
    [InlineData("\"aws:strict-origin-enforcement\":true", "StrictOriginWithoutOrigin")]
    [InlineData(
        "\"aws:strict-origin-enforcement\":true,"
            + "\"aws:access-control-allow-origin\":\"https://a.com,https://b.com,https://c.com,https://d.com,https://e.com\"",
        "")]
    [InlineData(
        "\"aws:strict-origin-enforcement\":true,"
            + "\"aws:access-control-allow-origin\":\"https://a.com,https://b.com,https://c.com,https://d.com,https://e.com,https://f.com\"",
        "TooManyOrigins")]
    [InlineData(
        "\"aws:access-control-allow-origin\":\"https://a.com,https://b.com,https://c.com,https://d.com,https://e.com,https://f.com\"", "")]
    [InlineData("\"aws:access-control-allow-origin\":\"https://a.com, https://b.com\"", "")]
    [InlineData("\"aws:access-control-allow-origin\":\"https://a.com;https://b.com\"", "InvalidOrigin")]
    [InlineData("\"aws:access-control-allow-origin\":\"https://a.com,\"", "InvalidOrigin")]
    [InlineData("\"aws:access-control-allow-origin\":\"\"", "InvalidOrigin")]
    [InlineData("\"aws:access-control-allow-origin\":\"https://a.com/\"", "InvalidOrigin")]
    [InlineData("\"aws:access-control-allow-origin\":[\"https://a.com\"]", "WrongClaimType")]
    [InlineData("\"aws:access-control-allow-origin\":null", "WrongClaimType")]
    public void An_optional_claim_causes_a_problem_only_if_it_breaks_a_rule(string claims, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload(claims))));

    [Fact]
    public void A_session_version_without_a_viewer_causes_a_note()
    {
        var report = Jwt.Judge(Jwt.Sign(Jwt.Payload("\"aws:viewer-session-version\":1")));
        Assert.True(report.IsValid);
        Assert.Equal("VersionWithoutViewer", Assert.Single(report.Notes).Id);
    }

    [Theory]
    [InlineData("\"", 998, "\"", "")]
    [InlineData("\"", 999, "\"", "InvalidAdsPlayerParameters")]
    [InlineData("[\"", 994, "\"]", "")]
    [InlineData("[\"", 995, "\"]", "InvalidAdsPlayerParameters")]
    public void Player_parameters_of_more_than_1000_bytes_are_rejected(string start, int length, string end, string problems) =>
        Assert.Equal(
            problems, Jwt.Problems(Jwt.Sign(Jwt.Payload($"\"aws:ads-player-params\":{{\"p1\":{start}{new string('&', length)}{end}}}"))));

    [Theory]
    [InlineData("\"aws:viewerid\":\"v\"", "aws:viewerid")]
    [InlineData("\"AWS:viewer-id\":\"v\"", "AWS:viewer-id")]
    [InlineData("\"aws:maximum_resolution\":\"SD\"", "aws:maximum_resolution")]
    [InlineData("\"\":1", "''")]
    public void An_unknown_claim_is_named_in_a_note(string claim, string name)
    {
        var report = Jwt.Judge(Jwt.Sign(Jwt.Payload(claim)));
        Assert.True(report.IsValid);
        var note = Assert.Single(report.Notes);
        Assert.Equal("UnknownClaim", note.Id);
        Assert.Contains(name, note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"exp\":1")]
    [InlineData("\"aws:channel-arn\":\"arn:aws:ivs:us-west-2:123456789012:channel/other\"")]
    public void A_repeated_claim_is_reported(string again) => Assert.Equal("DuplicateName", Jwt.Problems(Jwt.Sign(Jwt.Payload(again))));

    [Fact]
    public void Nested_JSON_is_shown_and_deeply_nested_JSON_is_invalid()
    {
        var claims = Jwt.Judge(Jwt.Sign(Jwt.Payload("""
            "list":[1,"a",null,{"b":true}]
            """))).Claims;
        var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(claims["list"]);
        Assert.Equal([1L, "a", null], list.Take(3));
        Assert.Equal(true, Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(list[3])["b"]);
        Assert.Equal(
            "NotJson TokenTooLong", Jwt.Problems(Jwt.Sign(Jwt.Payload("\"x\":" + new string('[', 100_000) + new string(']', 100_000)))));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    public void Half_a_surrogate_pair_is_invalid_JSON(string half)
    {
        Assert.Equal("NotJson", Jwt.Problems(Jwt.Sign(Jwt.Payload($"\"aws:viewer-id\":\"{half}\""))));
        Assert.Equal("NotJson", Jwt.Problems(Jwt.Sign(Jwt.Payload($"\"{half}\":1"))));
        Assert.Equal("NotJson", Jwt.Problems(Jwt.Sign(Jwt.Payload(), $$"""{"alg":"{{half}}"}""")));
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_invalid_JSON()
    {
        byte[] payload = [.. Encoding.UTF8.GetBytes(Jwt.Payload("\"aws:viewer-id\":\"").TrimEnd('}')), 0xC3, 0x28, (byte)'"', (byte)'}'];
        Assert.Equal("NotJson", Jwt.Problems(Jwt.Sign(payload, Encoding.UTF8.GetBytes(Jwt.Header))));
        byte[] broken = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Equal("NotJson", Jwt.Problems(Jwt.Sign(broken, Encoding.UTF8.GetBytes(Jwt.Header))));
    }

    [Fact]
    public void The_channel_ARN_is_compared_exactly()
    {
        var token = Jwt.Sign(Jwt.Payload());
        Assert.Equal("", Jwt.Problems(token, Jwt.Channel));
        Assert.Equal("OtherChannel", Jwt.Problems(token, Jwt.Channel.ToLowerInvariant()));
        Assert.Contains("MissingChannelArn", Jwt.Problems(Jwt.Sign("{}"), Jwt.Channel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com", true)]
    [InlineData("https://example.com", "https://EXAMPLE.com", true)]
    [InlineData("https://example.com", "http://example.com", false)]
    [InlineData("https://example.com", "https://example.com:8443", false)]
    [InlineData("https://example.com", "https://example.com.evil.test", false)]
    [InlineData("https://example.com", "https://evil.test/https://example.com", false)]
    [InlineData("https://example.com", "", false)]
    [InlineData("https://example.com:8443", "https://example.com:8443", true)]
    [InlineData("https://*.example.com", "https://www.example.com", true)]
    [InlineData("https://*.example.com", "https://a.b.example.com", true)]
    [InlineData("https://*.example.com", "https://example.com", false)]
    [InlineData("https://*.example.com", "http://www.example.com", false)]
    [InlineData("https://*.example.com", "https://www.example.org", false)]
    [InlineData("https://*example.com", "https://example.com", true)]
    [InlineData("https://*.example.com", "https://evil.test/.example.com", false)]
    [InlineData("https://*.example.com", "https://evil.test:1.example.com", false)]
    [InlineData("https://*example.com", "https://myexample.com", true)]
    [InlineData("*.example.com", "https://www.example.com", true)]
    [InlineData("*.example.com", "http://www.example.com", true)]
    [InlineData("*.example.com", "https://example.com", false)]
    [InlineData("example.com", "https://example.com", true)]
    [InlineData("example.com:8080", "http://example.com:8080", true)]
    [InlineData("example.com", "https://www.example.com", false)]
    [InlineData("*", "https://anything.test", true)]
    [InlineData("https://a.com,https://b.com", "https://b.com", true)]
    [InlineData("https://a.com, https://b.com", "https://b.com", true)]
    [InlineData("https://a.com,https://b.com", "https://a.com,https://b.com", false)]
    [InlineData("https://example.com", "https://example.com/", true)]
    [InlineData("https://example.com", "https://example.com:443", true)]
    [InlineData("https://example.com", "https://example.com/watch?v=1#t", true)]
    [InlineData("http://example.com", "http://example.com:80/", true)]
    [InlineData("https://xn--bcher-kva.example", "https://b\u00fccher.example/", true)]
    [InlineData("https://*.example.com", "https://evil.test#.example.com", false)]
    [InlineData("https://*.example.com", "https://evil.test?.example.com", false)]
    [InlineData("https://*.example.com", "https://evil.test\\\\.example.com", false)]
    [InlineData("https://*.example.com", "https://evil.test\\.example.com", false)]
    [InlineData("https://*.example.com", "https://evil.test@www.example.com", false)]
    [InlineData("https://*.example.com", "https://www.example.com@evil.test", false)]
    [InlineData("https://*.example.com", "https://*.example.com", false)]
    [InlineData("https://*.example.com", "ftp://www.example.com", false)]
    [InlineData("http://[::1]:3000", "http://[::1]:3000/watch", true)]
    [InlineData("https://a_b.com", "https://a_b.com", true)]
    [InlineData("capacitor://localhost", "capacitor://localhost", true)]
    [InlineData("capacitor://localhost", "ionic://localhost", false)]
    [InlineData("chrome-extension://abcdefgh", "chrome-extension://abcdefgh/page.html", true)]
    [InlineData("https://*.example.com", "app://www.example.com", false)]
    [InlineData("null", "null", true)]
    [InlineData("https://null", "null", false)]
    [InlineData("file://", "file://", true)]
    [InlineData("*", "null", true)]
    [InlineData("*", "mailto:example.com", false)]
    [InlineData("*.example.com", "evil.test#.example.com", false)]
    [InlineData("*.example.com", "javascript:alert(1)//.example.com", false)]
    public void A_page_can_play_only_if_the_token_allows_its_origin(string allowed, string origin, bool plays) => Assert.Equal(
        plays ? "" : "OriginNotAllowed",
        Jwt.Problems(Jwt.Sign(Jwt.Payload($"\"aws:access-control-allow-origin\":\"{allowed}\"")), origin: origin));

    [Fact]
    public void A_token_without_an_origin_list_allows_every_origin() =>
        Assert.Equal("", Jwt.Problems(Jwt.Sign(Jwt.Payload()), origin: "https://anything.test"));

    [Fact]
    public void An_allowed_origin_with_2000_asterisks_is_invalid()
    {
        var hostile = Jwt.Sign(Jwt.Payload($"\"aws:access-control-allow-origin\":\"{string.Concat(Enumerable.Repeat("*a", 2000))}b\""));
        Assert.Equal("InvalidOrigin OriginNotAllowed TokenTooLong", Jwt.Problems(hostile, origin: "https://" + new string('a', 5000)));
    }
}
