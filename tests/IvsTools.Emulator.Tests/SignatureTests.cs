using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Tests each kind of invalid signature, and unusual signatures that are valid.</summary>
public sealed class SignatureTests : EmulatorTest
{
    private const string Invalid = "InvalidSignatureException";
    private const string Incomplete = "IncompleteSignatureException";
    private const string Unrecognized = "UnrecognizedClientException";
    private static readonly string EmptyHash = new('0', 64);

    private static readonly Dictionary<string, (Signing Signing, string Code, string Says)> Rejections = new()
    {
        ["wrong secret access key"] = (new() { SecretAccessKey = "wrong" }, Invalid, "does not match"),
        ["unknown access key ID"] = (new() { AccessKeyId = "AKIAUNKNOWN" }, Unrecognized, "token"),
        ["no Authorization header"] = (new() { Authorization = _ => null }, "MissingAuthenticationTokenException", "Missing"),
        ["incomplete Authorization header"] = (new() { Authorization = _ => "AWS4-HMAC-SHA256 Credential=x" }, Incomplete, "form"),
        ["another algorithm"] = (Edited("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"), Incomplete, "form"),
        ["uppercase signature"] = (
            new() { Authorization = header => header[..^64] + header[^64..].ToUpperInvariant() }, Incomplete, "form"),
        ["short signature"] = (new() { Authorization = header => header[..^1] }, Incomplete, "form"),
        ["body changed after signing"] = (new() { AlteredBody = "{ }" }, Invalid, "does not match"),
        ["content type changed after signing"] = (Altered("content-type", "text/plain"), Invalid, "does not match"),
        ["date changed after signing"] = (Altered("x-amz-date", "20000101T000000Z"), Incomplete, "X-Amz-Date"),
        ["date removed after signing"] = (Altered("x-amz-date", null), Invalid, "x-amz-date"),
        ["date in another format"] = (Altered("x-amz-date", "Wed, 25 Nov 2026 00:00:00 GMT"), Incomplete, "X-Amz-Date"),
        ["a Region in which IVS is not available"] = (new() { Region = "eu-west-2" }, Invalid, "us-west-2/ivs"),
        ["another service"] = (new() { Service = "ivschat" }, Invalid, "us-west-2/ivs"),
        ["another terminator of the scope"] = (new() { Terminator = "aws5_request" }, Invalid, "scoped"),
        ["another date in the scope"] = (new() { ScopeDate = "20000101" }, Incomplete, "date"),
        ["16 minutes old"] = (new() { Skew = TimeSpan.FromMinutes(-16) }, Invalid, "expired"),
        ["16 minutes early"] = (new() { Skew = TimeSpan.FromMinutes(16) }, Invalid, "not yet current"),
        ["host not signed"] = (new() { SignedHeaders = ["content-type", "x-amz-date"] }, Incomplete, "host"),
        ["date not signed"] = (new() { SignedHeaders = ["content-type", "host"] }, Incomplete, "x-amz-date"),
        ["content type not signed"] = (new() { SignedHeaders = ["host", "x-amz-date"] }, Invalid, "content-type"),
        ["x-amz header not signed"] = (Sent("X-Amz-Meta", "1"), Invalid, "X-Amz-Meta"),
        ["x-amzn header not signed"] = (Sent("X-Amzn-Meta", "1"), Invalid, "X-Amzn-Meta"),
        ["signed header not sent"] = (
            new() { SignedHeaders = ["content-type", "host", "x-amz-date", "x-amz-target"] }, Invalid, "x-amz-target"),
        ["signed headers not sorted"] = (new() { SignedHeaders = ["host", "content-type", "x-amz-date"] }, Incomplete, "sorted"),
        ["unsigned payload"] = (Payload("UNSIGNED-PAYLOAD"), Invalid, "payload"),
        ["streamed payload"] = (Payload("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), Invalid, "payload"),
        ["hash of another payload"] = (Payload(EmptyHash), Invalid, "payload"),
        ["unexpected session token"] = (Token("token"), Unrecognized, "token"),
    };

    public static TheoryData<string> RejectionNames => new(Rejections.Keys);

    [Theory]
    [MemberData(nameof(RejectionNames))]
    public async Task An_invalid_signature_is_rejected_with_the_reason(string name)
    {
        var (signing, code, says) = Rejections[name];
        var (status, error, body) = await Client.PostAsync("ListChannels", "{}", signing);
        Assert.Equal((HttpStatusCode.Forbidden, code), (status, error));
        Assert.Contains(says, Text(body, "message"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Emulator.SecretAccessKey, body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
    }

    [Fact]
    public async Task An_invalid_signature_is_rejected_before_a_fault_or_a_change_is_applied()
    {
        Assert.Equal(Invalid, (await Client.PostAsync("CreateChannel", "{}", new() { SecretAccessKey = "wrong" })).Error);
        Emulator.Faults.Fail(null, "ThrottlingException");
        Assert.Equal(Invalid, (await Client.PostAsync("CreateChannel", "{}", new() { SecretAccessKey = "wrong" })).Error);
        Assert.Equal("ThrottlingException", (await Client.PostAsync("ListChannels", "{}")).Error);
        Assert.Empty((await GoodAsync("ListChannels"))["channels"]!.AsArray());
    }

    [Theory]
    [InlineData("//ListChannels")]
    [InlineData("/tags//arn")]
    public async Task A_double_slash_in_a_path_is_rejected(string path)
    {
        var method = path.StartsWith("/tags", StringComparison.Ordinal) ? "GET" : "POST";
        Assert.Equal(Invalid, (await Client.SendAsync(method, path, string.Empty, string.Empty)).Error);
    }

    [Fact]
    public async Task Small_clock_differences_and_the_changes_that_proxies_make_are_accepted()
    {
        foreach (var signing in new[]
        {
            new Signing { Skew = TimeSpan.FromMinutes(-14) },
            new Signing { Skew = TimeSpan.FromMinutes(14) },
            Sent("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678"),
            Sent("X-Forwarded-For", "10.0.0.1"),
            Edited(", ", ","),
        })
        {
            Assert.Equal((HttpStatusCode.OK, null), await StatusAsync(signing));
        }
        // Several spaces in a signed header are replaced with one.
        var spaced = Sent("x-amz-meta", "a b") with
        {
            SignedHeaders = ["content-type", "host", "x-amz-date", "x-amz-meta"],
            Altered = new Dictionary<string, string?> { ["x-amz-meta"] = "a   b" },
        };
        Assert.Equal((HttpStatusCode.OK, null), await StatusAsync(spaced));
    }

    [Fact]
    public async Task A_request_with_temporary_credentials_must_contain_and_sign_the_session_token()
    {
        using var emulator = EmulatorServer.Start(new() { SessionToken = "session" });
        using var client = new SignedClient(emulator);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("ListChannels", "{}", Token("session"))).Status);
        Assert.Equal(Unrecognized, (await client.PostAsync("ListChannels", "{}", Token("other"))).Error);
        Assert.Equal(Unrecognized, (await client.PostAsync("ListChannels", "{}")).Error);
        Assert.Equal(Invalid, (await client.PostAsync("ListChannels", "{}", Sent("X-Amz-Security-Token", "session"))).Error);
    }

    [Fact]
    public async Task The_signature_of_a_query_with_repeated_parameters_is_accepted()
    {
        var arn = await ChannelAsync(new() { ["tags"] = new JsonObject { ["a b"] = "1", ["c"] = "2", ["d"] = "3" } });
        var path = "/tags/" + Uri.EscapeDataString(arn);
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync("DELETE", path, "tagKeys=a%20b&tagKeys=c", string.Empty)).Status);
        Assert.Equal("d", Assert.Single((await Client.SendAsync("GET", path, string.Empty, string.Empty)).Body["tags"]!.AsObject()).Key);
    }

    private static Signing Edited(string from, string to) =>
        new() { Authorization = header => header.Replace(from, to, StringComparison.Ordinal) };

    private static Signing Altered(string header, string? value) =>
        new() { Altered = new Dictionary<string, string?> { [header] = value } };

    private static Signing Sent(string header, string value) => new() { Headers = new Dictionary<string, string> { [header] = value } };

    private static Signing Payload(string hash) => Sent("x-amz-content-sha256", hash) with
    {
        SignedHeaders = ["content-type", "host", "x-amz-content-sha256", "x-amz-date"],
        PayloadHash = hash,
    };

    private static Signing Token(string token) => Sent("x-amz-security-token", token) with
    {
        SignedHeaders = ["content-type", "host", "x-amz-date", "x-amz-security-token"],
    };

    private async Task<(HttpStatusCode Status, string? Error)> StatusAsync(Signing signing)
    {
        var (status, error, _) = await Client.PostAsync("ListChannels", "{}", signing);
        return (status, error);
    }
}
