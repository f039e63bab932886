using IvsTools.Keys;
using IvsTools.Tokens;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Tests the rules that claims are checked against before a token is signed.</summary>
public sealed class ViewerTokenRulesTests : IDisposable
{
    private const string Uuid = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61";

    private readonly PlaybackPrivateKey _key = PlaybackPrivateKey.Create();
    private readonly ViewerTokenSigner _signer;

    public ViewerTokenRulesTests() => _signer = new ViewerTokenSigner(new LocalSigningKey(_key, 1));

    public void Dispose()
    {
        _signer.Dispose();
        _key.Dispose();
    }

    [Theory]
    [InlineData(1, "a", null)]
    [InlineData(40, "a", null)]
    [InlineData(41, "a", "InvalidViewerId")]
    [InlineData(40, "😀", null)]
    [InlineData(41, "😀", "InvalidViewerId")]
    [InlineData(0, "a", "InvalidViewerId")]
    public async Task Only_viewer_IDs_of_1_to_40_characters_are_accepted(int length, string letter, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { ViewerId = string.Concat(Enumerable.Repeat(letter, length)) });

    // This is not a theory, because the argument of an attribute cannot contain an unpaired surrogate.
    [Fact]
    public async Task A_text_with_an_unpaired_surrogate_is_rejected()
    {
        await ExpectAsync(null, claims => claims with { ViewerId = "\ufffd\ud83d\ude00" });
        await ExpectAsync("InvalidViewerId", claims => claims with { ViewerId = "a\ud83d" });
        await ExpectAsync("InvalidViewerId", claims => claims with { ViewerId = "\ude00\ud83d" });
        await ExpectAsync(
            "InvalidAdsPlayerParameters",
            claims => claims with { AdsPlayerParameters = new Dictionary<string, string> { ["a"] = "\ud83d" } });
        await ExpectAsync("InvalidAdsPlaybackConfigurationName", claims => claims with { AdsPlaybackConfigurationName = "a\ude00" });
    }

    [Theory]
    [InlineData(0L, null)]
    [InlineData(long.MaxValue, null)]
    [InlineData(-1L, "InvalidViewerSessionVersion")]
    public async Task Only_session_versions_of_0_or_more_are_accepted(long version, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { ViewerId = "v", ViewerSessionVersion = version });

    [Fact]
    public async Task A_session_version_requires_a_viewer() =>
        await ExpectAsync("InvalidViewerSessionVersion", claims => claims with { ViewerSessionVersion = 0 });

    [Theory]
    [InlineData(Uuid, null)]
    [InlineData("6F1C2B3A-9D84-4C1E-8F5A-2B7D9E0C4A61", null)]
    [InlineData("6f1c2b3a9d844c1e8f5a2b7d9e0c4a61", "InvalidSingleUseUuid")]
    [InlineData("{6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61}", "InvalidSingleUseUuid")]
    [InlineData(" 6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61", "InvalidSingleUseUuid")]
    [InlineData("6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61\n", "InvalidSingleUseUuid")]
    [InlineData("", "InvalidSingleUseUuid")]
    public async Task A_single_use_UUID_must_be_in_the_form_with_hyphens(string uuid, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { SingleUseUuid = uuid });

    [Theory]
    [InlineData("https://example.com", null)]
    [InlineData("http://localhost:8080", null)]
    [InlineData("https://xn--bcher-kva.example", null)]
    [InlineData("https://192.168.0.1:65535", null)]
    [InlineData("https://*.example.com", null)]
    [InlineData("*.example.com", null)]
    [InlineData("*", null)]
    [InlineData("example.com", null)]
    [InlineData("http://[::1]:3000", null)]
    [InlineData("https://a_b.com", null)]
    [InlineData("https://example.com.", null)]
    [InlineData("capacitor://localhost", null)]
    [InlineData("chrome-extension://abcdefgh", null)]
    [InlineData("app://*.obsidian.md", null)]
    [InlineData("file://", null)]
    [InlineData("null", null)]
    [InlineData("https://[www.example.com]", "InvalidOrigin")]
    [InlineData("1app://localhost", "InvalidOrigin")]
    [InlineData("mailto:example.com", "InvalidOrigin")]
    [InlineData("https://www.*.com", "InvalidOrigin")]
    [InlineData("https://example.com/", "InvalidOrigin")]
    [InlineData("https://example.com/page", "InvalidOrigin")]
    [InlineData("https://example.com?a", "InvalidOrigin")]
    [InlineData("https://user@example.com", "InvalidOrigin")]
    [InlineData("https://a.com,https://b.com", "InvalidOrigin")]
    [InlineData("https://", "InvalidOrigin")]
    [InlineData("https://example.com:", "InvalidOrigin")]
    [InlineData("https://example.com:123456", "InvalidOrigin")]
    [InlineData("https://example.com\n", "InvalidOrigin")]
    [InlineData("https://exa mple.com", "InvalidOrigin")]
    [InlineData("", "InvalidOrigin")]
    public async Task An_origin_contains_only_a_host_with_an_optional_scheme_and_port(string origin, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { AllowedOrigins = [origin] });

    [Theory]
    [InlineData(0, true, "StrictOriginWithoutOrigin")]
    [InlineData(1, true, null)]
    [InlineData(5, true, null)]
    [InlineData(6, true, "TooManyOrigins")]
    [InlineData(6, false, null)]
    [InlineData(50, false, null)]
    [InlineData(100, false, "TokenTooLong")]
    public async Task Strict_enforcement_accepts_1_to_5_origins(int count, bool strict, string? rejected) => await ExpectAsync(
        rejected,
        claims => claims with { StrictOrigin = strict, AllowedOrigins = [.. Enumerable.Range(0, count).Select(i => $"https://a{i}.com")] });

    [Theory]
    [InlineData("SD", null)]
    [InlineData("HD", null)]
    [InlineData("FULL_HD", null)]
    [InlineData("sd", "InvalidMaximumResolution")]
    [InlineData("4K", "InvalidMaximumResolution")]
    [InlineData("", "InvalidMaximumResolution")]
    public async Task Only_the_documented_maximum_resolutions_are_accepted(string resolution, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { MaximumResolution = resolution });

    [Theory]
    [InlineData("CLIENT", null)]
    [InlineData("SERVER", null)]
    [InlineData("client", "InvalidAdsReportingMode")]
    public async Task Only_the_reporting_modes_CLIENT_and_SERVER_are_accepted(string mode, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { AdsReportingMode = mode });

    [Theory]
    [InlineData("sports", null)]
    [InlineData("", "InvalidAdsPlaybackConfigurationName")]
    public async Task The_name_of_a_playback_configuration_must_not_be_empty(string name, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { AdsPlaybackConfigurationName = name });

    [Theory]
    [InlineData('x', 998, null)]
    [InlineData('x', 999, "InvalidAdsPlayerParameters")]
    [InlineData('&', 998, null)]
    [InlineData('&', 999, "InvalidAdsPlayerParameters")]
    [InlineData('é', 499, null)]
    [InlineData('é', 500, "InvalidAdsPlayerParameters")]
    public async Task Player_parameters_of_more_than_1000_bytes_are_rejected(char character, int length, string? rejected) =>
        await ExpectAsync(
            rejected, claims => claims with { AdsPlayerParameters = new Dictionary<string, string> { ["p1"] = new(character, length) } });

    [Theory]
    [InlineData("arn:aws:ivs:eu-west-1:1:channel/a", null)]
    [InlineData("arn:aws:svs:us-west-2:123456789012:channel/abcdABCDefgh", null)]
    [InlineData("", "InvalidChannelArn")]
    [InlineData("arn:aws:ivs:us-west-2:123456789012:channel/", "InvalidChannelArn")]
    [InlineData("arn:aws:ivs:us-west-2:123456789012:channel/a\n", "InvalidChannelArn")]
    [InlineData("arn:aws:ivs:us-west-2:123456789012:playback-key/a", "InvalidChannelArn")]
    public async Task Only_the_ARN_of_a_channel_is_accepted(string arn, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { ChannelArn = arn });

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, "InvalidChannelArn")]
    public async Task An_ARN_of_more_than_128_characters_is_rejected(int length, string? rejected) =>
        await ExpectAsync(rejected, claims => claims with { ChannelArn = Jwt.Channel + new string('a', length - Jwt.Channel.Length) });

    [Theory]
    [InlineData("v", null)]
    [InlineData(null, Uuid)]
    public async Task A_token_with_a_viewer_ID_or_single_use_UUID_must_expire_within_10_minutes(string? viewer, string? uuid)
    {
        var now = DateTimeOffset.UtcNow;
        await ExpectAsync(null, claims => claims with { ViewerId = viewer, SingleUseUuid = uuid, ExpiresAt = now.AddMinutes(10) });
        await ExpectAsync(
            "LivesTooLong", claims => claims with { ViewerId = viewer, SingleUseUuid = uuid, ExpiresAt = now.AddMinutes(11) });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-3600)]
    public async Task An_expiry_that_is_not_in_the_future_is_rejected(int seconds) =>
        await ExpectAsync("Expired", claims => claims with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(seconds) });

    [Fact]
    public async Task A_token_whose_truncated_expiry_is_in_the_past_is_rejected()
    {
        // The expiry is at the end of the current second, but the token contains the start of that second, which is in the past.
        var now = DateTimeOffset.UtcNow;
        var endOfSecond = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).AddMilliseconds(999.9);
        await ExpectAsync("Expired", claims => claims with { ExpiresAt = endOfSecond });
    }

    [Fact]
    public async Task An_expiry_that_looks_like_milliseconds_is_rejected()
    {
        await ExpectAsync(null, claims => claims with { ExpiresAt = DateTimeOffset.UtcNow.AddYears(3000) });
        await ExpectAsync("LivesTooLong", claims => claims with { ExpiresAt = DateTimeOffset.MaxValue });
    }

    [Fact]
    public void A_duration_is_added_to_the_current_time_without_an_overflow()
    {
        var before = DateTimeOffset.UtcNow;
        Assert.InRange(ViewerTokenClaims.ExpiryAfter(TimeSpan.FromMinutes(5)), before.AddMinutes(5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.InRange(
            ViewerTokenClaims.ExpiryAfter(TimeSpan.FromMinutes(-5)), before.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(-5));
        Assert.Equal(DateTimeOffset.MaxValue, ViewerTokenClaims.ExpiryAfter(TimeSpan.MaxValue));
        Assert.Equal(DateTimeOffset.MinValue, ViewerTokenClaims.ExpiryAfter(TimeSpan.MinValue));
    }

    private async Task ExpectAsync(string? rejected, Func<ViewerTokenClaims, ViewerTokenClaims> change)
    {
        var claims = change(new ViewerTokenClaims { ChannelArn = Jwt.Channel, ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5) });
        if (rejected is not null)
        {
            var e = await Assert.ThrowsAsync<ViewerTokenException>(() => _signer.SignAsync(claims));
            Assert.Equal(rejected, e.ErrorId);
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            return;
        }
        var token = await _signer.SignAsync(claims);
        Assert.Empty(ViewerTokenInspection.Inspect(token.Token, [_key.PublicKey]).Problems);
    }
}
