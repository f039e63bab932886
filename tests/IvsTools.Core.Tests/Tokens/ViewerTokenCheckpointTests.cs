using System.Diagnostics;
using IvsTools.Keys;
using IvsTools.Tokens;

namespace IvsTools.Core.Tests.Tokens;

public sealed class ViewerTokenCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PlaybackPrivateKey _key = PlaybackPrivateKey.Create();

    private static ViewerTokenClaims Claims => new()
    {
        ChannelArn = Jwt.Channel,
        ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5),
        ViewerId = "Zoë <&>",
        SingleUseUuid = Guid.NewGuid().ToString(),
        AllowedOrigins = ["https://example.com", "https://*.example.org"],
        StrictOrigin = true,
        AdsPlayerParameters = new Dictionary<string, string> { ["b"] = "1", ["a"] = "2" },
    };

    private string Path => _folder["tokens"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task If_two_inputs_have_the_same_claims_only_the_first_gets_the_stored_token()
    {
        var token = await SignAsync(Claims);
        using var checkpoint = Open();
        var later = Claims with
        {
            ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(9),
            AdsPlayerParameters = new Dictionary<string, string> { ["a"] = "2", ["b"] = "1" },
        };
        var found = checkpoint.Take(later, anyExpiry: true, anyUuid: true, "https://example.com/a.m3u8");
        Assert.Equal((token.Token, token.ExpiresAt, token.SingleUseUuid), (found!.Token, found.ExpiresAt, found.SingleUseUuid));
        Assert.Equal("https://example.com/a.m3u8?token=" + token.Token, found.PlaybackUrl);
        Assert.Equal(token.AllowedOrigin, found.AllowedOrigin);
        Assert.Null(checkpoint.Take(later, anyExpiry: true, anyUuid: true, null));
    }

    [Fact]
    public async Task A_token_is_used_again_if_at_least_half_of_the_requested_lifetime_remains()
    {
        var token = await SignAsync(Claims with { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(4) });
        using var checkpoint = Open();
        var longer = Claims with { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(9) };
        Assert.Null(checkpoint.Take(longer, anyExpiry: true, anyUuid: true, null));
        Assert.Equal(token.Token, checkpoint.Take(Claims, anyExpiry: true, anyUuid: true, null)?.Token);
    }

    [Fact]
    public async Task A_token_with_different_claims_or_from_a_different_key_is_not_returned()
    {
        var token = await SignAsync(Claims);
        using (var other = PlaybackPrivateKey.Create())
        using (var checkpoint = new ViewerTokenCheckpoint(Path, other.PublicKey))
            Assert.Null(checkpoint.Take(Claims, anyExpiry: true, anyUuid: true, null));
        using (var checkpoint = Open())
        {
            Assert.Null(checkpoint.Take(Claims with { ViewerId = "other" }, anyExpiry: true, anyUuid: true, null));
            Assert.Null(checkpoint.Take(Claims with { SingleUseUuid = null }, anyExpiry: true, anyUuid: true, null));
            Assert.Null(checkpoint.Take(Claims with { MaximumResolution = "HD" }, anyExpiry: true, anyUuid: true, null));
            Assert.Null(checkpoint.Take(Claims, anyExpiry: true, anyUuid: false, null));
            Assert.Null(checkpoint.Take(Claims with { ExpiresAt = token.ExpiresAt.AddSeconds(1) }, anyExpiry: false, anyUuid: true, null));
            // For an expiry that is too late, the checkpoint does not return a token, so that the signer reports the error.
            var tooLong = Claims with { ExpiresAt = DateTimeOffset.UtcNow.AddHours(5) };
            Assert.Null(checkpoint.Take(tooLong, anyExpiry: true, anyUuid: true, null));
            Assert.NotNull(checkpoint.Take(
                Claims with { ExpiresAt = token.ExpiresAt, SingleUseUuid = token.SingleUseUuid }, anyExpiry: false, anyUuid: false, null));
        }
    }

    [Fact]
    public async Task A_damaged_or_expired_or_changed_line_is_ignored()
    {
        var token = (await SignAsync(Claims)).Token;
        var expired = Jwt.Sign($$"""{"aws:channel-arn":"{{Jwt.Channel}}","exp":1700000000}""", key: _key.Key);
        var dot = token.LastIndexOf('.');
        await File.WriteAllTextAsync(
            Path, $"{token[..^1]}\n\n.\na.b\na.b.c\n{token[..dot]}.\n{expired}\n{new string('x', 5000)}\n{token[..(dot + 5)]}", Stop);
        using (var checkpoint = Open())
        {
            Assert.Null(checkpoint.Take(Claims, anyExpiry: true, anyUuid: true, null));
            var ofChannel = new ViewerTokenClaims { ChannelArn = Jwt.Channel, ExpiresAt = Claims.ExpiresAt };
            Assert.Null(checkpoint.Take(ofChannel, anyExpiry: true, anyUuid: true, null));
        }
        // The next token starts on a new line after the truncated line.
        await SignAsync(Claims);
        using (var checkpoint = Open())
            Assert.NotNull(checkpoint.Take(Claims, anyExpiry: true, anyUuid: true, null));
    }

    [Fact]
    public void The_file_cannot_be_opened_twice_and_only_its_owner_has_permissions()
    {
        using var checkpoint = Open();
        Assert.Throws<IOException>(Open);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("eyJhbGciOiJ")]
    public async Task Tokens_are_added_to_an_empty_file_and_to_a_file_with_a_truncated_first_line(string content)
    {
        await File.WriteAllTextAsync(Path, content, Stop);
        var token = await SignAsync(Claims);
        Assert.EndsWith($"\n{token.Token}\n", "\n" + await File.ReadAllTextAsync(Path, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----\n")]
    [InlineData("ChannelArn,ViewerId\n")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.\n")]
    [InlineData("\0")]
    public async Task A_file_that_is_not_a_checkpoint_is_not_changed(string content)
    {
        await File.WriteAllTextAsync(Path, content, Stop);
        Assert.Contains("not a checkpoint", Assert.Throws<IOException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path, Stop));
    }

    [Fact]
    public void A_folder_or_a_large_file_or_a_full_disk_causes_an_error()
    {
        Assert.Throws<IOException>(() => new ViewerTokenCheckpoint(_folder.Path, _key.PublicKey));
        using (var file = File.Create(Path))
            file.SetLength(1L << 40);
        Assert.Throws<IOException>(Open);
        if (!OperatingSystem.IsLinux())
            return;
        using var full = new ViewerTokenCheckpoint("/dev/full", _key.PublicKey);
        Assert.Null(full.Take(Claims, anyExpiry: true, anyUuid: true, null));
        Assert.Throws<IOException>(() => full.Add(ViewerTokenSigner.Describe("a.b.c", Claims, _key.PublicKey.Fingerprint, null)));
    }

    [Fact]
    public void A_pipe_as_the_checkpoint_file_causes_an_error()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var mkfifo = Process.Start("mkfifo", Path);
        mkfifo.WaitForExit();
        Assert.Contains("not a file", Assert.Throws<IOException>(Open).Message, StringComparison.Ordinal);
    }

    private ViewerTokenCheckpoint Open() => new(Path, _key.PublicKey);

    private async Task<ViewerToken> SignAsync(ViewerTokenClaims claims)
    {
        using var signer = new ViewerTokenSigner(new LocalSigningKey(_key, 1));
        using var checkpoint = Open();
        var token = await signer.SignAsync(claims, cancellationToken: Stop);
        checkpoint.Add(token);
        return token;
    }
}
