using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using IvsTools.Core.Tests.Tokens;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using IvsTools.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IvsTools.Core.Tests.Service;

/// <summary>Signs with AWS KMS, which moto emulates.</summary>
public sealed class KmsMotoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Openssl_and_JsonWebTokens_verify_a_token()
    {
        using var openssl = new ProgramFolder();
        using var moto = MotoServer.Start();
        var id = await CreateAsync(moto, KeySpec.ECC_NIST_P384, KeyUsageType.SIGN_VERIFY);
        using var key = await KmsSigningKey.OpenAsync(moto.Settings, id, cancellationToken: Stop);
        using var signer = new ViewerTokenSigner(key);
        var claims = new ViewerTokenClaims { ChannelArn = Jwt.Channel, ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5) };
        var token = (await signer.SignAsync(claims, cancellationToken: Stop)).Token;

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.PublicKey.SubjectPublicKeyInfo.Span, out _);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey =
                new ECDsaSecurityKey(verifier) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha384],
            ValidateIssuer = false,
            ValidateAudience = false,
        });
        Assert.True(result.IsValid, result.Exception?.Message);

        var (exit, output, _) = OpensslVerification.Run(openssl, token, key.PublicKey);
        Assert.Equal(0, exit);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_sign_tokens_cause_errors()
    {
        using var moto = MotoServer.Start();
        Assert.Equal(KeyErrorId.NotEllipticCurve, await KeyErrorAsync(KeySpec.RSA_2048));
        Assert.Equal(KeyErrorId.WrongCurve, await KeyErrorAsync(KeySpec.ECC_NIST_P256));
        var missing = await Assert.ThrowsAsync<IvsServiceException>(
            () => KmsSigningKey.OpenAsync(moto.Settings, "alias/none", cancellationToken: Stop));
        Assert.Equal("NotFoundException", missing.ErrorCode);

        async Task<string> KeyErrorAsync(KeySpec spec)
        {
            var id = await CreateAsync(moto, spec, KeyUsageType.SIGN_VERIFY);
            var rejection = await Assert.ThrowsAsync<KeyException>(
                () => KmsSigningKey.OpenAsync(moto.Settings, id, cancellationToken: Stop));
            return rejection.ErrorId;
        }
    }

    [Fact]
    public async Task A_service_that_hashes_the_digest_a_second_time_is_detected()
    {
        // Without the correction in server.py, moto hashes the digest again, so the signature is for other data.
        using var moto = MotoServer.Start("--as-it-is");
        var id = await CreateAsync(moto, KeySpec.ECC_NIST_P384, KeyUsageType.SIGN_VERIFY);
        using var key = await KmsSigningKey.OpenAsync(moto.Settings, id, cancellationToken: Stop);
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => key.SignAsync("text"u8.ToArray(), Stop));
        Assert.Equal(IvsErrorCode.InvalidResponse, error.ErrorCode);
    }

    private static async Task<string> CreateAsync(MotoServer moto, KeySpec spec, KeyUsageType usage)
    {
        using var kms = new AmazonKeyManagementServiceClient(
            "AKIAIOSFODNN7EXAMPLE",
            "secret",
            new AmazonKeyManagementServiceConfig { ServiceURL = moto.Url, AuthenticationRegion = "us-west-2" });
        return (await kms.CreateKeyAsync(new CreateKeyRequest { KeySpec = spec, KeyUsage = usage }, Stop)).KeyMetadata.Arn;
    }
}
