using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Core.Tests.Tokens;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using IvsTools.Tokens;
using Response = IvsTools.Core.Tests.Service.AwsJsonServer.Response;

namespace IvsTools.Core.Tests.Service;

/// <summary>Signs with a simulated AWS KMS. The tests check the requests and the effect of each possible response.</summary>
public sealed class KmsSigningKeyTests : IDisposable
{
    private const string Arn = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Alias = "alias/ivs";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly List<CallTrace> _traces = [];

    private static ViewerTokenClaims Claims =>
        new() { ChannelArn = Jwt.Channel, ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5), ViewerId = "viewer-1" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task The_signature_of_a_token_is_valid_and_only_the_digest_is_sent()
    {
        using var server = new AwsJsonServer(request => request.Operation == "GetPublicKey" ? PublicKey() : Signed(Digest(request)));
        using var signer = await SignerAsync(server);
        var token = await signer.SignAsync(Claims, cancellationToken: Stop);

        Assert.Equal(Jwt.PublicOf(_key).Fingerprint, token.KeyFingerprint);
        Assert.Equal("Verified", ViewerTokenInspection.Inspect(token.Token, [Jwt.PublicOf(_key)]).Signature);
        Assert.Equal(["GetPublicKey", "Sign"], server.Requests.Select(request => request.Operation));
        Assert.Equal(Alias, server.Requests[0]["KeyId"]);
        var sign = server.Requests[1];
        // The alias is resolved once, because it can be changed while tokens are signed.
        Assert.Equal((Arn, "DIGEST", "ECDSA_SHA_384"), (sign["KeyId"], sign["MessageType"], sign["SigningAlgorithm"]));
        Assert.Equal(SHA384.HashData(Encoding.ASCII.GetBytes(token.Token[..token.Token.LastIndexOf('.')])), Digest(sign));
        Assert.Equal(["GetPublicKey", "Sign"], _traces.Select(trace => trace.Operation));
        Assert.All(_traces, trace => Assert.Equal(("us-west-2", "7d2f0c1e-test", 1), (trace.Region, trace.RequestId, trace.Attempts)));
    }

    [Fact]
    public async Task Short_numbers_in_a_signature_are_padded_with_zeros()
    {
        byte[]? digest = null, raw = null;
        using var server = new AwsJsonServer(
            request => request.Operation == "GetPublicKey" ? PublicKey() : Signed(digest = Digest(request), Short));
        using var signer = await SignerAsync(server);
        var token = await signer.SignAsync(Claims, cancellationToken: Stop);
        raw = Base64Url.DecodeFromChars(token.Token.AsSpan(token.Token.LastIndexOf('.') + 1));
        Assert.Equal((96, true), (raw.Length, Short(raw)));
        Assert.True(_key.VerifyHash(digest!, raw));

        static bool Short(byte[] signature) => signature[0] == 0 || signature[48] == 0;
    }

    [Theory]
    [InlineData("NotFoundException", "Alias arn:aws:kms:us-west-2:111122223333:alias/ivs is not found.", 400)]
    [InlineData("DisabledException", $"{Arn} is disabled.", 400)]
    [InlineData("KMSInvalidStateException", $"{Arn} is pending deletion.", 400)]
    [InlineData("AccessDeniedException", "User: u is not authorized to perform: kms:GetPublicKey", 400)]
    [InlineData("UnsupportedOperationException", "", 400)]
    [InlineData("InvalidArnException", "ARN is not valid", 400)]
    [InlineData("UnrecognizedClientException", "The security token included in the request is invalid.", 400)]
    public async Task An_error_of_AWS_KMS_keeps_its_code(string code, string message, int status)
    {
        using var server = new AwsJsonServer(_ => Response.Error(code, message, status));
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => SignerAsync(server));
        Assert.Equal(
            (code, "kms", "GetPublicKey", "7d2f0c1e-test", status),
            (error.ErrorCode, error.Service, error.Operation, error.RequestId, (int?)error.StatusCode));
        Assert.Contains(message.TrimEnd('.'), error.Message, StringComparison.Ordinal);
        Assert.Equal("GetPublicKey", Assert.Single(server.Requests).Operation);
    }

    [Theory]
    [InlineData("RSA_2048", "SIGN_VERIFY", KeyErrorId.NotEllipticCurve)]
    [InlineData("ECC_NIST_P256", "SIGN_VERIFY", KeyErrorId.WrongCurve)]
    [InlineData("ECC_SECG_P256K1", "SIGN_VERIFY", KeyErrorId.WrongCurve)]
    [InlineData("SM2", "SIGN_VERIFY", KeyErrorId.NotEllipticCurve)]
    [InlineData("ECC_NIST_P384", "KEY_AGREEMENT", KeyErrorId.WrongKeyUsage)]
    public async Task An_unsupported_key_spec_or_key_usage_is_named_in_the_error(string spec, string usage, string errorId)
    {
        using var server = new AwsJsonServer(_ => PublicKey(spec: spec, usage: usage));
        var error = await Assert.ThrowsAsync<KeyException>(() => SignerAsync(server));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(errorId == KeyErrorId.WrongKeyUsage ? usage : spec, error.Message, StringComparison.Ordinal);
        Assert.Contains(Alias, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_curve_differs_from_its_spec_causes_an_error()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var server = new AwsJsonServer(_ => PublicKey(other.ExportSubjectPublicKeyInfo()));
        Assert.Equal(KeyErrorId.WrongCurve, (await Assert.ThrowsAsync<KeyException>(() => SignerAsync(server))).ErrorId);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"KeyId":"x","KeySpec":"ECC_NIST_P384","KeyUsage":"SIGN_VERIFY"}""")]
    [InlineData(200, "<html>")]
    [InlineData(400, "<html>")]
    [InlineData(302, "")]
    public async Task A_response_that_AWS_KMS_would_not_return_causes_an_error(int status, string body)
    {
        using var server = new AwsJsonServer(_ => new Response(status, body));
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => SignerAsync(server));
        Assert.Equal(IvsErrorCode.InvalidResponse, error.ErrorCode);
    }

    [Fact]
    public async Task A_signature_that_the_key_does_not_verify_causes_an_error()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var digest = SHA384.HashData("another message"u8);
        byte[][] signatures =
        [
            [],
            [1, 2, 3],
            _key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence),
            other.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence),
            _key.SignHash(digest),
            // The next lines, in order: r and s are 0, r is negative, r has 49 bytes, a third number follows, an additional byte follows.
            [0x30, 6, 2, 1, 0, 2, 1, 0],
            [0x30, 6, 2, 1, 0x80, 2, 1, 1],
            [0x30, 54, 2, 49, 1, .. new byte[48], 2, 1, 1],
            [0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1],
            [.. _key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence), 0],
        ];
        foreach (var signature in signatures)
        {
            using var server = new AwsJsonServer(
                request => request.Operation == "GetPublicKey" ? PublicKey() : Response.Ok(new { KeyId = Arn, Signature = signature }));
            using var signer = await SignerAsync(server);
            var error = await Assert.ThrowsAsync<IvsServiceException>(() => signer.SignAsync(Claims, cancellationToken: Stop));
            Assert.Equal((IvsErrorCode.InvalidResponse, "Sign"), (error.ErrorCode, error.Operation));
        }
    }

    [Fact]
    public async Task A_throttled_call_is_repeated()
    {
        var left = 1;
        using var server = new AwsJsonServer(request => request.Operation == "GetPublicKey" ? PublicKey()
            : left-- > 0 ? Response.Error(
                "ThrottlingException", "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.")
            : Signed(Digest(request)));
        using var signer = await SignerAsync(server);
        Assert.Equal("viewer-1", (await signer.SignAsync(Claims, cancellationToken: Stop)).ViewerId);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, _traces[^1].Attempts);
    }

    [Theory]
    [InlineData("AccessDeniedException")]
    [InlineData("DisabledException")]
    [InlineData("KMSInvalidStateException")]
    [InlineData("InvalidKeyUsageException")]
    public async Task A_rejected_signing_request_causes_an_error_with_the_service_code(string code)
    {
        using var server = new AwsJsonServer(request => request.Operation == "GetPublicKey" ? PublicKey() : Response.Error(code, "No."));
        using var signer = await SignerAsync(server);
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => signer.SignAsync(Claims, cancellationToken: Stop));
        Assert.Equal((code, "kms", "Sign"), (error.ErrorCode, error.Service, error.Operation));
        Assert.DoesNotContain(Jwt.Channel, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_response_can_be_canceled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var server = new AwsJsonServer(request =>
        {
            if (request.Operation == "GetPublicKey")
                return PublicKey();
            stop.Cancel();
            return new Response(200, null);
        });
        using var signer = await SignerAsync(server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signer.SignAsync(Claims, cancellationToken: stop.Token));
    }

    [Fact]
    public async Task No_call_is_made_for_a_token_that_breaks_a_rule()
    {
        using var server = new AwsJsonServer(_ => PublicKey());
        using var signer = await SignerAsync(server);
        await Assert.ThrowsAsync<ViewerTokenException>(() => signer.SignAsync(Claims with { ChannelArn = "x" }, cancellationToken: Stop));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(Arn, "us-west-2")]
    [InlineData("arn:aws-cn:kms:cn-north-1:111122223333:alias/ivs", "cn-north-1")]
    [InlineData("arn:aws:ssm:eu-west-1:111122223333:parameter/ivs/key", "eu-west-1")]
    [InlineData(Alias, null)]
    [InlineData("arn:aws:kms::111122223333:key/x", null)]
    [InlineData(null, null)]
    public void The_Region_is_read_from_an_ARN_and_not_from_an_alias(string? text, string? region) =>
        Assert.Equal(region, AwsArn.RegionOf(text));

    [Theory]
    [InlineData(Arn, "kms")]
    [InlineData("arn:aws:ssm:eu-west-1:111122223333:parameter/ivs/key", "ssm")]
    [InlineData(Alias, null)]
    [InlineData("", null)]
    public void The_service_name_is_read_from_an_ARN(string text, string? service) => Assert.Equal(service, AwsArn.ServiceOf(text));

    private static byte[] Digest(AwsJsonServer.Request request) => Convert.FromBase64String(request["Message"]!);

    private Response PublicKey(byte[]? spki = null, string spec = "ECC_NIST_P384", string usage = "SIGN_VERIFY") => Response.Ok(new
    {
        KeyId = Arn,
        PublicKey = spki ?? _key.ExportSubjectPublicKeyInfo(),
        KeySpec = spec,
        CustomerMasterKeySpec = spec,
        KeyUsage = usage,
    });

    private Response Signed(byte[] digest, Func<byte[], bool>? isWanted = null)
    {
        byte[] signature;
        do
            signature = _key.SignHash(digest);
        while (isWanted?.Invoke(signature) is false);
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(signature.AsSpan(0, 48).TrimStart((byte)0));
            writer.WriteIntegerUnsigned(signature.AsSpan(48).TrimStart((byte)0));
        }
        return Response.Ok(new { KeyId = Arn, Signature = writer.Encode(), SigningAlgorithm = "ECDSA_SHA_384" });
    }

    private async Task<ViewerTokenSigner> SignerAsync(AwsJsonServer server) =>
        new(await KmsSigningKey.OpenAsync(server.Settings, Alias, _traces.Add, Stop));
}
