using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Keys;
using IvsTools.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Tests tokens from other implementations.</summary>
public class ForeignTokenTests
{
    // These tokens were created once with the crypto module of Node.js, independently of .NET. The private key was not kept.
    private const string NodeKey = """
        -----BEGIN PUBLIC KEY-----
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEHHYJiUYzeo/OPZd3prkIRvWP4RQ/laHA
        dSpEI/MLF+ocBjnHUm/fbzmMbgYix6FFqKl3pyKTxK+g4l9Bv58dcXMGvf7pSomB
        zTl2A7Tk9gI1sq1P96jJBYLModD++6aT
        -----END PUBLIC KEY-----
        """;
    private const string NodeSigned =
        "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9."
            + "eyJhd3M6Y2hhbm5lbC1hcm4iOiJhcm46YXdzOml2czp1cy13ZXN0LTI6MTIzNDU2Nzg5MDEyOmNoYW5uZWwvYWJjZEFCQ0RlZmdoIiwiYXdzOmFjY2Vzcy1jb250"
            + "cm9sLWFsbG93LW9yaWdpbiI6Imh0dHBzOi8vZXhhbXBsZS5jb20iLCJleHAiOjIwMDAwMDAwMDAsImlhdCI6MTk5OTk5OTAwMH0";
    private const string NodeRaw =
        "HNa_dMhwn0nntgsQEHbznA0cfrwnVyEnvn82k2-9hvjBDBz7sqvup12iAlQ0R5Fo8pbBXMIhy1LELE80L-Z4g1IojLMmxloyRWec8CoZcNjvWwMD6nNJoLje4RaNQtrp";
    private const string NodeDer =
        "MGUCMQC7x83QQlSsZen7m0lCt7MmZnkO77LBz1BX5qmF71Ir1mnT0Df5eViyLn7d1ZJuLbECMCtIJK1n3uuYHyHYPBbBTnzgL0NWIhk4Pg_kpqXp9oUzx7HhYkgB"
        + "ndp5Hhy4P-4uvA";

    [Theory]
    [InlineData(NodeRaw, "", "Verified")]
    [InlineData(NodeDer, "DerSignature", "Invalid")]
    public void A_recorded_token_from_Node_is_valid_unless_its_signature_is_DER(string signature, string problems, string verified)
    {
        var key = PlaybackPublicKey.Read(PemReader.ReadAll(NodeKey).Single().Block!);
        var report = ViewerTokenInspection.Inspect(
            $"{NodeSigned}.{signature}", [key], Jwt.Channel, "https://example.com", DateTimeOffset.FromUnixTimeSeconds(1_999_999_999));
        Assert.Equal(problems, Jwt.Problems(report));
        Assert.Equal(verified, report.Signature);
    }

    [Fact]
    public void A_token_from_JsonWebTokenHandler_is_valid_even_though_the_handler_adds_iat_and_nbf_claims()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>
            {
                ["aws:channel-arn"] = Jwt.Channel,
                ["aws:viewer-id"] = "v",
                ["aws:viewer-session-version"] = 2,
            },
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha384),
        });
        var report = ViewerTokenInspection.Inspect(token, [Jwt.PublicOf(key)], Jwt.Channel);
        Assert.Equal("", Jwt.Problems(report));
        Assert.Contains("iat", report.Claims.Keys);
        Assert.Contains("nbf", report.Claims.Keys);
        Assert.Equal(2L, report.Claims["aws:viewer-session-version"]);
    }

    [Theory]
    // jsonwebtoken for Node.js keeps the specified order of the claims, and adds iat at the end.
    [InlineData(
        Jwt.Header,
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","aws:access-control-allow-origin":"*","exp":"""
            + """1800000300,"iat":1800000000}""",
        "")]
    // A widely copied sample calculates exp from Date.now(), which returns milliseconds.
    [InlineData(
        Jwt.Header,
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","aws:access-control-allow-origin":"*","exp":"""
            + """1800000300000}""",
        "ExpiryInMilliseconds")]
    // PyJWT before 2.0 writes typ as the first member of the header. If exp is from time.time(), it is a floating-point number.
    [InlineData(
        """{"typ":"JWT","alg":"ES384"}""",
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","exp":1800000300}""",
        "")]
    [InlineData(
        """{"typ":"JWT","alg":"ES384"}""",
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","exp":1800000300.1234567}""",
        "WrongClaimType")]
    // json.dumps in Python adds spaces.
    [InlineData(
        """{"alg": "ES384", "typ": "JWT"}""",
        """{"aws:channel-arn": "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh", "exp": 1800000300}""",
        "")]
    // jose omits typ by default, and adds a key ID.
    [InlineData(
        """{"alg":"ES384","kid":"2026-01"}""",
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","iat":1800000000,"exp":1800000300}""",
        "")]
    // jjwt escapes characters that do not require it.
    [InlineData(
        """{"alg":"ES384"}""",
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel\/abcdABCDefgh","aws:viewer-id":"\u0076","exp":1800000300}""",
        "")]
    // golang-jwt sorts the claims in alphabetical order.
    [InlineData(
        Jwt.Header,
        """{"aws:channel-arn":"arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh","aws:strict-origin-enforcement":false,"exp":"""
            + """1800000300,"iss":"me","jti":"1","nbf":1,"sub":"v","aud":["a"]}""",
        "")]
    public void Tokens_in_the_formats_of_other_libraries_are_checked(string header, string payload, string problems)
    {
        var report = Jwt.Judge(Jwt.Sign(payload, header), Jwt.Channel);
        Assert.Equal(problems, Jwt.Problems(report));
        Assert.Equal("Verified", report.Signature);
    }

    [Theory]
    [InlineData("{key,dsaEncoding:'ieee-p1363'}", "")]
    [InlineData("{key}", "DerSignature")]
    public void A_token_that_Node_signs_is_valid_unless_its_signature_is_DER(string options, string problems)
    {
        using var node = new ProgramFolder();
        var signed = Jwt.Sign(Jwt.Payload())[..^129];
        node.Write("key.pem", Encoding.ASCII.GetBytes(Jwt.Key.ExportPkcs8PrivateKeyPem()));
        var script = "const c=require('crypto'),key=require('fs').readFileSync('key.pem');"
            + $"process.stdout.write(c.sign('sha384',Buffer.from('{signed}'),{options}).toString('base64url'))";
        Assert.Equal(problems, Jwt.Problems($"{signed}.{node.Run("node", "-e", script)}"));
    }

    [Fact]
    public void A_token_that_openssl_signs_has_a_signature_in_DER()
    {
        using var openssl = new ProgramFolder();
        var signed = Jwt.Sign(Jwt.Payload())[..^129];
        openssl.Write("key.pem", Encoding.ASCII.GetBytes(Jwt.Key.ExportECPrivateKeyPem()));
        openssl.Write("signed", Encoding.ASCII.GetBytes(signed));
        openssl.Run("openssl", "dgst", "-sha384", "-sign", "key.pem", "-out", "signature", "signed");
        Assert.Equal("DerSignature", Jwt.Problems($"{signed}.{Base64Url.EncodeToString(openssl.Read("signature"))}"));
    }
}
