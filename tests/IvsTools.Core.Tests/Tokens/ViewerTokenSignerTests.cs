using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvsTools.Keys;
using IvsTools.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Tests that other implementations can verify the tokens.</summary>
public sealed class ViewerTokenSignerTests : IDisposable
{
    private readonly PlaybackPrivateKey _key = PlaybackPrivateKey.Create();

    private static readonly ViewerTokenClaims Everything = new()
    {
        ChannelArn = Jwt.Channel,
        ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5),
        AllowedOrigins = ["https://example.com", "https://*.example.org:8443"],
        StrictOrigin = true,
        ViewerId = "Zoë \"😀\" <&>",
        ViewerSessionVersion = 9_000_000_000,
        SingleUseUuid = "6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61",
        MaximumResolution = "FULL_HD",
    };

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task JsonWebTokens_verifies_a_token_and_reads_every_claim_with_the_correct_type()
    {
        var token = await SignAsync(Everything);
        var read = await ValidateAsync(token.Token);
        var claims = read.EnumeratePayload();
        Assert.Equal(8, claims.Count);
        Assert.Equal(("ES384", "JWT"), (read.Alg, read.Typ));
        Assert.Equal(Jwt.Channel, Text("aws:channel-arn"));
        Assert.Equal("https://example.com,https://*.example.org:8443", Text("aws:access-control-allow-origin"));
        Assert.Equal(JsonValueKind.True, claims["aws:strict-origin-enforcement"].ValueKind);
        Assert.Equal(Everything.ViewerId, Text("aws:viewer-id"));
        Assert.Equal(9_000_000_000, claims["aws:viewer-session-version"].GetInt64());
        Assert.Equal(Everything.SingleUseUuid, Text("aws:single-use-uuid"));
        Assert.Equal("FULL_HD", Text("aws:maximum-resolution"));
        Assert.Equal(Everything.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), claims["exp"].GetRawText());

        string? Text(string name) => claims[name].GetString();
    }

    [Fact]
    public async Task Only_characters_that_JSON_must_escape_are_escaped()
    {
        var token = await SignAsync(Everything with { ViewerId = "Zoë <&'+> \"" });
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Token.Split('.')[1]));
        Assert.Contains("""
            "aws:viewer-id":"Zoë <&'+> \""
            """, payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_that_are_not_specified_are_omitted()
    {
        var read = await ValidateAsync(
            (await SignAsync(new ViewerTokenClaims { ChannelArn = Jwt.Channel, ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) })).Token);
        Assert.Equal(["aws:channel-arn", "exp"], read.EnumeratePayload().Keys.Order());
    }

    [Fact]
    public async Task A_token_does_not_verify_with_another_key_or_after_a_change()
    {
        var token = (await SignAsync(Everything)).Token;
        using var other = PlaybackPrivateKey.Create();
        Assert.False((await Handler.ValidateTokenAsync(token, With(other))).IsValid);
        Assert.False((await Handler.ValidateTokenAsync(token.Replace(token[^5], token[^5] == 'A' ? 'B' : 'A'), With(_key))).IsValid);
    }

    [Fact]
    public async Task A_token_is_verified_by_openssl()
    {
        using var openssl = new ProgramFolder();
        var token = (await SignAsync(Everything)).Token;
        var (exit, output, _) = OpensslVerification.Run(openssl, token, _key.PublicKey);
        Assert.Equal(0, exit);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
        var dot = token.LastIndexOf('.');
        Assert.NotEqual(0, OpensslVerification.Run(openssl, token.Remove(dot - 1, 1), _key.PublicKey).Exit);
    }

    [Fact]
    public async Task A_ViewerToken_has_correct_properties_and_its_ToString_method_does_not_show_the_token()
    {
        using var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 1));
        var token = await signer.SignAsync(Everything, "https://x.playback.live-video.net/a.m3u8", TestContext.Current.CancellationToken);
        Assert.Equal($"https://x.playback.live-video.net/a.m3u8?token={token.Token}", token.PlaybackUrl);
        Assert.Equal(DateTimeKind.Local, token.ExpiresAt.Kind);
        Assert.Equal(
            Everything.ExpiresAt.ToUnixTimeSeconds(), new DateTimeOffset(token.ExpiresAt).ToUnixTimeMilliseconds() / 1000m);
        Assert.Equal(_key.PublicKey.Fingerprint, token.KeyFingerprint);
        Assert.DoesNotContain(token.Token, $"{token}{token.MaskedToken}", StringComparison.Ordinal);
        Assert.EndsWith(
            "a.m3u8?x=1&token=" + token.Token, PlaybackAddress.WithToken("https://h/a.m3u8?x=1", token.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_tokens_that_are_signed_in_parallel_are_correct_and_in_order()
    {
        using var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 4));
        var expires = DateTimeOffset.UtcNow.AddMinutes(5);
        var signing = Enumerable.Range(0, 2000)
            .Select(
                i => signer.SignAsync(new ViewerTokenClaims { ChannelArn = Jwt.Channel, ExpiresAt = expires, ViewerId = $"viewer-{i}" }))
            .ToList();
        var tokens = await Task.WhenAll(signing);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"viewer-{i}"), tokens.Select(token => token.ViewerId));
        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(_key.PublicKey.SubjectPublicKeyInfo.Span, out _);
        Assert.All(tokens, token =>
        {
            var parts = token.Token.Split('.');
            Assert.True(
                verifier.VerifyData(
                    Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA384));
            Assert.Contains(
                $"\"{token.ViewerId}\"", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])), StringComparison.Ordinal);
        });
        Assert.Equal(2000, tokens.Select(token => token.Token).Distinct().Count());
    }

    [Fact]
    public async Task Cancellation_prevents_pending_signatures_but_the_signer_stays_usable()
    {
        using var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 1));
        using var stop = new CancellationTokenSource();
        var signing = Enumerable.Range(0, 500).Select(_ => signer.SignAsync(Everything, cancellationToken: stop.Token)).ToList();
        await stop.CancelAsync();
        // The signer has only one copy of the key, so it creates one signature at a time. The last signature cannot be complete yet.
        await Task.WhenAll(signing.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.True(signing[^1].IsCanceled);
        Assert.All(
            signing, task => Assert.True(task.IsCanceled || ViewerTokenInspection.Inspect(task.Result.Token, [_key.PublicKey]).IsValid));
        Assert.True(
            ViewerTokenInspection.Inspect(
                (await signer.SignAsync(Everything, cancellationToken: TestContext.Current.CancellationToken)).Token,
                [_key.PublicKey]).IsValid);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signer.SignAsync(Everything, cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Dispose_waits_for_signatures_in_progress()
    {
        var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 2));
        var signing = Enumerable.Range(0, 200).Select(_ => signer.SignAsync(Everything)).ToList();
        signer.Dispose();
        // A signature with a disposed key would cause an exception.
        Assert.Equal(200, (await Task.WhenAll(signing)).Length);
    }

    [Fact]
    public async Task The_signer_has_its_own_copies_of_the_key()
    {
        var key = PlaybackPrivateKey.Create();
        using var signer = new ViewerTokenSigner(new LocalSigningKey(key, 1));
        key.Dispose();
        Assert.True(
            ViewerTokenInspection.Inspect(
                (await signer.SignAsync(Everything, cancellationToken: TestContext.Current.CancellationToken)).Token,
                [key.PublicKey]).IsValid);
    }

    private static readonly JsonWebTokenHandler Handler = new();

    private static TokenValidationParameters With(PlaybackPrivateKey key)
    {
        // The ECDsa object is not disposed, because JsonWebTokenHandler keeps it in a cache.
        var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey.SubjectPublicKeyInfo.Span, out _);
        return new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(ecdsa),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha384],
            ValidateIssuer = false,
            ValidateAudience = false,
            ClockSkew = TimeSpan.Zero,
        };
    }

    private async Task<ViewerToken> SignAsync(ViewerTokenClaims claims)
    {
        using var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 1));
        return await signer.SignAsync(claims);
    }

    private async Task<JsonWebToken> ValidateAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, With(_key));
        Assert.True(result.IsValid, result.Exception?.Message);
        return Assert.IsType<JsonWebToken>(result.SecurityToken);
    }
}

internal static class JsonWebTokenPayload
{
    /// <summary>Returns the members of the payload. The property Claims of JsonWebToken does not preserve their JSON types.</summary>
    public static Dictionary<string, JsonElement> EnumeratePayload(this JsonWebToken token) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Base64Url.DecodeFromChars(token.EncodedPayload))!;
}
