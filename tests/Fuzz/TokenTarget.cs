using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Core.Tests.Keys;
using IvsTools.Keys;
using IvsTools.Tokens;

namespace IvsTools.Fuzz;

/// <summary>Inspects tokens. The report may contain a verified signature only if this class signed the token.</summary>
internal sealed class TokenTarget : ITarget
{
    private const string Channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
    private static readonly PlaybackPublicKey Key = PlaybackPublicKey.Read(new PemBlock(
        PemLabel.PublicKey, KeyForms.Key.ExportSubjectPublicKeyInfo(), 1));
    private readonly HashSet<string> _signed = new(StringComparer.Ordinal);

    public TokenTarget()
    {
        var tokens = new[]
        {
            Sign(
                """{"alg":"ES384","typ":"JWT"}""",
                $$"""{"aws:channel-arn":"{{Channel}}","aws:access-control-allow-origin":"https://*.example.com,"""
                    + """*","aws:viewer-id":"v","aws:viewer-session-version":1,"exp":4000000000}"""),
            Sign(
                """{"alg":"ES384"}""",
                $$"""{"aws:channel-arn":"{{Channel}}","nbf":1,"exp":4e9,"list":[1,{"a":null}],"aws:strict-origin-enforcement":true}"""),
        };
        string[] forms =
            ["{0}", "https://a.b.playback.live-video.net/x.m3u8?token={0}&a=b", "Authorization: Bearer {0}", "{{\"token\":\"{0}\"}}"];
        Seeds = [.. tokens.SelectMany(token => forms, (token, form) => Encoding.UTF8.GetBytes(string.Format(null, form, token)))];
    }

    public string Name => "token";

    public IReadOnlyList<byte[]> Seeds { get; }

    public bool IsRejection(Exception exception) => false;

    public string? Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var report = ViewerTokenInspection.Inspect(text, [Key], Channel, "https://www.example.com");
        if (report.Problems.Concat(report.Notes).Any(problem => problem.Message.Any(char.IsControl)))
            return "A message contains a control character.";
        if (report.Signature != "Verified")
            return report.IsValid ? "The token is reported as valid, but its signature is not verified." : null;
        var found = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        return _signed.Any(signed =>
            found.Contains(signed, StringComparison.Ordinal) || Uri.UnescapeDataString(found).Contains(signed, StringComparison.Ordinal))
            ? null
            : "The signature is reported as verified, but the text was not signed.";
    }

    private string Sign(string header, string payload)
    {
        var signed =
            $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        _signed.Add(signed);
        return $"{signed}.{Base64Url.EncodeToString(KeyForms.Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384))}";
    }
}
