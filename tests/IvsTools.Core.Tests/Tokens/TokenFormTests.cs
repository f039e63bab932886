using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Tests the format and the signature of tokens. TokenClaimTests tests the claims.</summary>
public class TokenFormTests
{
    private static readonly string Good = Jwt.Sign(Jwt.Payload());

    [Fact]
    public void A_valid_token_has_no_problems_and_its_key_is_identified()
    {
        var report = Jwt.Judge(Good, Jwt.Channel, "https://example.com");
        Assert.True(report.IsValid);
        Assert.Equal("Verified", report.Signature);
        Assert.Equal(Jwt.PublicKey.Fingerprint, report.KeyFingerprint);
        Assert.Equal(Jwt.Channel, report.ChannelArn);
        Assert.Equal(Jwt.Now.AddMinutes(5).LocalDateTime, report.ExpiresAt);
        Assert.Equal("ES384", report.Header["alg"]);
    }

    [Fact]
    public void The_signature_can_be_verified_by_any_of_several_keys_and_is_not_checked_without_a_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("NotChecked", IvsTools.Tokens.ViewerTokenInspection.Inspect(Good, [], now: Jwt.Now).Signature);
        var report = IvsTools.Tokens.ViewerTokenInspection.Inspect(Good, [Jwt.PublicOf(other), Jwt.PublicKey], now: Jwt.Now);
        Assert.Equal((true, Jwt.PublicKey.Fingerprint), (report.IsValid, report.KeyFingerprint));
    }

    [Theory]
    [InlineData("", "WrongSegmentCount", "has 0")]
    [InlineData("   \r\n", "WrongSegmentCount", "has 0")]
    [InlineData("abc", "WrongSegmentCount", "has 1")]
    [InlineData("abc.def", "WrongSegmentCount", "has 2")]
    [InlineData("a.b.c.d", "WrongSegmentCount", "has 4")]
    [InlineData("...", "WrongSegmentCount", "has 4")]
    [InlineData("..", "NotJson", "not a JSON object")]
    public void A_wrong_number_of_segments_is_reported(string token, string problem, string says)
    {
        var report = Jwt.Judge(token);
        Assert.Contains(report.Problems, found => found.Id == problem && found.Message.Contains(says, StringComparison.Ordinal));
        Assert.False(report.IsValid);
    }

    [Fact]
    public void A_token_without_its_signature_has_two_segments() =>
        Assert.Equal("WrongSegmentCount", Jwt.Problems(Good[..Good.LastIndexOf('.')]));

    [Theory]
    [InlineData("https://a.b.playback.live-video.net/api/video/v1/x.channel.y.m3u8?token={0}", "WholeUrl")]
    [InlineData("https://a.b.playback.live-video.net/x.m3u8?token={0}&player_version=1.2", "WholeUrl")]
    [InlineData("https://a.b.playback.live-video.net/x.m3u8?token={0}#t=10", "Surrounded WholeUrl")]
    [InlineData("https://a.b.playback.live-video.net/x.m3u8?token={0}\\u0026player_version=1.2", "Surrounded WholeUrl")]
    [InlineData("x.m3u8?a=b&token={0}", "WholeUrl")]
    [InlineData("token={0}", "WholeUrl")]
    [InlineData("curl -s 'https://a.b.playback.live-video.net/x.m3u8?token={0}' -H 'Origin: https://a.com'", "Surrounded WholeUrl")]
    [InlineData("<a href=\"https://a.b.playback.live-video.net/x.m3u8?a=b&amp;token={0}\">watch</a>", "Surrounded WholeUrl")]
    [InlineData("  {0}\r\n", "")]
    [InlineData("\uFEFF{0}", "")]
    [InlineData("https%3A%2F%2Fa.b.playback.live-video.net%2Fx.m3u8%3Ftoken%3D{0}", "Surrounded")]
    [InlineData("\"{0}\"", "Surrounded")]
    [InlineData("'{0}'", "Surrounded")]
    [InlineData("\"{0}\",", "Surrounded")]
    [InlineData("{0},", "Surrounded")]
    [InlineData("{0};", "Surrounded")]
    [InlineData("<{0}>", "Surrounded")]
    [InlineData("Bearer {0}", "Surrounded")]
    [InlineData("Authorization: Bearer {0}", "Surrounded")]
    [InlineData("token: {0}", "Surrounded")]
    [InlineData("{{\"token\":\"{0}\"}}", "Surrounded")]
    [InlineData("{0}\\u0026x=1", "Surrounded")]
    [InlineData("{0}#fragment", "Surrounded")]
    public void Text_around_a_token_is_ignored_and_causes_a_note(string form, string notes)
    {
        var report = Jwt.Judge(string.Format(null, form, Good));
        Assert.Equal("", Jwt.Problems(report));
        Assert.Equal(notes, Jwt.Notes(report));
        Assert.Equal("Verified", report.Signature);
    }

    [Fact]
    public void A_URL_that_is_invalid_or_has_no_token_is_a_problem()
    {
        var report = Jwt.Judge($"https://a.b.playback.live-video.net/x.m3u8?token.m3u8?token={Good}");
        Assert.Equal(("BrokenUrl", "Verified"), (Jwt.Problems(report), report.Signature));
        Assert.Equal("NoToken", Jwt.Problems("https://a.b.us-west-2.playback.live-video.net/api/video/v1/x.channel.y.m3u8")[..7]);
        Assert.DoesNotContain(
            "WrongSegmentCount",
            Jwt.Problems("https://a.b.us-west-2.playback.live-video.net/api/video/v1/x.m3u8?a=b"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_of_two_tokens_in_a_URL_is_read()
    {
        var other = Jwt.Sign(Jwt.Payload("\"aws:viewer-id\":\"second\""));
        Assert.Null(Jwt.Judge($"https://a.test/x.m3u8?token={Good}&token={other}").ViewerId);
        Assert.Equal(Good, IvsTools.Tokens.PlaybackAddress.TokenOf($"token={Good}&token={other}"));
        Assert.Null(IvsTools.Tokens.PlaybackAddress.TokenOf("mytoken=a&tokens=b"));
    }

    [Theory]
    [InlineData("e30.e30.MIAA")]
    [InlineData("e30.e30.MIT_____")]
    [InlineData("e30.e30.MA")]
    public void A_signature_in_invalid_DER_is_reported(string token) =>
        Assert.Contains("WrongAlgorithm", Jwt.Problems(token), StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\u200B")]
    [InlineData("\u00AD")]
    public void Line_breaks_and_invisible_characters_in_a_token_cause_a_note(string inserted)
    {
        var report = Jwt.Judge(Good.Insert(Good.Length / 2, inserted).Insert(20, inserted));
        Assert.Equal(string.Empty, Jwt.Problems(report));
        Assert.Equal(["WhiteSpace"], report.Notes.Select(note => note.Id));
        Assert.Equal("Verified", report.Signature);
    }

    [Fact]
    public void Base64_with_padding_or_with_plus_and_slash_is_not_base64url()
    {
        // The token must contain both characters in which base64url differs from base64.
        var (token, text) = (Good, string.Empty);
        while (!(token.Contains('-', StringComparison.Ordinal) && token.Contains('_', StringComparison.Ordinal)))
            token = Jwt.Sign(Jwt.Payload($"\"aws:viewer-id\":\"{text += "a"}\""));
        // If the header or the payload contains - or _, the replacement changes the signed text, so WrongSignature is also reported.
        var plain = Jwt.Judge(token.Replace('-', '+').Replace('_', '/'));
        Assert.Contains(
            plain.Problems, problem => problem.Id == "NotBase64Url" && problem.Message.Contains("base64", StringComparison.Ordinal));
        Assert.Equal("NotBase64Url", Jwt.Problems(token + "="));
        Assert.Contains("NotBase64Url", Jwt.Problems(token + "%"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("é")]
    [InlineData("\0")]
    [InlineData("😀")]
    public void Characters_outside_base64_are_reported(string letter) =>
        Assert.Contains("NotBase64Url", Jwt.Problems(Good.Insert(5, letter)), StringComparison.Ordinal);

    [Fact]
    public void A_signature_in_DER_is_reported()
    {
        var signed = Good[..Good.LastIndexOf('.')];
        var der = Jwt.Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        var report = Jwt.Judge($"{signed}.{Base64Url.EncodeToString(der)}");
        Assert.Equal("DerSignature", Jwt.Problems(report));
        Assert.Equal("Invalid", report.Signature);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(95)]
    [InlineData(97)]
    [InlineData(132)]
    public void A_signature_that_is_not_96_bytes_long_is_reported(int length) => Assert.Equal(
        "WrongSignatureLength",
        Jwt.Problems($"{Good[..Good.LastIndexOf('.')]}.{Base64Url.EncodeToString(Enumerable.Repeat((byte)7, length).ToArray())}"));

    [Fact]
    public void A_different_key_and_a_changed_payload_cause_the_same_problem()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("WrongSignature", Jwt.Problems(Jwt.Sign(Jwt.Payload(), key: other)));
        var parts = Good.Split('.');
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwt.Payload(expiry: "1800000301")));
        Assert.Equal("WrongSignature", Jwt.Problems(string.Join('.', parts)));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""", "NotSigned")]
    [InlineData("""{"alg":"None"}""", "NotSigned")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"alg":"ES256","typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"alg":"es384","typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"alg":["ES384"],"typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"alg":null,"typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("""{"typ":"JWT"}""", "WrongAlgorithm")]
    [InlineData("{}", "WrongAlgorithm")]
    [InlineData("""{"alg":"ES384","typ":"at+jwt"}""", "WrongType")]
    [InlineData("""{"alg":"ES384","typ":7}""", "WrongType")]
    [InlineData("""{"alg":"ES384"}""", "")]
    [InlineData("""{"alg":"ES384","typ":"jwt","kid":"1"}""", "")]
    [InlineData("""{"alg":"ES384","crit":["b64"],"b64":false}""", "CriticalHeader")]
    [InlineData("""{"alg":"ES384","crit":["exp"]}""", "CriticalHeader")]
    [InlineData("""{"alg":"ES384","crit":[]}""", "CriticalHeader")]
    [InlineData("""{"alg":"ES384","crit":null}""", "CriticalHeader")]
    [InlineData("""{"alg":"none","alg":"ES384"}""", "DuplicateName")]
    [InlineData("""["ES384"]""", "NotJson")]
    [InlineData("\"ES384\"", "NotJson")]
    [InlineData("null", "NotJson")]
    [InlineData("", "NotJson")]
    [InlineData("{", "NotJson")]
    public void An_invalid_header_is_reported(string header, string problems) =>
        Assert.Equal(problems, Jwt.Problems(Jwt.Sign(Jwt.Payload(), header)));

    [Fact]
    public void A_token_with_HS256_or_without_a_signature_is_reported()
    {
        var header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
        var signed = $"{header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwt.Payload()))}";
        var mac = HMACSHA256.HashData("secret"u8, Encoding.ASCII.GetBytes(signed));
        Assert.Equal("WrongAlgorithm WrongSignatureLength", Jwt.Problems($"{signed}.{Base64Url.EncodeToString(mac)}"));
        var none = $"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwt.Payload()))}.";
        Assert.Equal("NotSigned WrongSignatureLength", Jwt.Problems(none));
    }

    [Fact]
    public void Concatenated_tokens_are_invalid_and_so_is_a_megabyte_of_arbitrary_text()
    {
        Assert.Contains("WrongSegmentCount", Jwt.Problems(Good + Good), StringComparison.Ordinal);
        var random = new Random(1);
        var junk = string.Create(1024 * 1024, random, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)source.Next(1, 0xFFFF);
        });
        Assert.False(Jwt.Judge(junk).IsValid);
        Assert.False(Jwt.Judge(new string('.', 1024 * 1024)).IsValid);
        Assert.False(Jwt.Judge($"a.{new string('A', 1024 * 1024)}.b").IsValid);
    }

    [Fact]
    public void A_message_truncates_external_text_and_removes_control_characters()
    {
        var report = Jwt.Judge(
            Jwt.Sign(
                Jwt.Payload(
                    "\"\\u001b[31m" + new string('x', 100_000) + "\":1",
                    channel: "\"\\u001b[2J\\n" + new string('y', 100_000) + '"')));
        Assert.Equal(("InvalidChannelArn TokenTooLong", "UnknownClaim"), (Jwt.Problems(report), Jwt.Notes(report)));
        Assert.All(report.Problems.Concat(report.Notes), problem => Assert.DoesNotContain(problem.Message, char.IsControl));
    }
}
