using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IvsTools.Keys;
using IvsTools.Tokens;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Creates tokens from JSON, for example in the formats of other implementations, and checks them.</summary>
internal static class Jwt
{
    public const string Channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
    public const string Header = """{"alg":"ES384","typ":"JWT"}""";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public static readonly PlaybackPublicKey PublicKey = PublicOf(Key);

    public static PlaybackPublicKey PublicOf(ECDsa key) =>
        PlaybackPublicKey.Read(new PemBlock("PUBLIC KEY", key.ExportSubjectPublicKeyInfo(), 1));

    /// <summary>Returns a payload with a channel, an expiry in five minutes, and any additional JSON members.</summary>
    public static string Payload(string more = "", string? channel = $"\"{Channel}\"", string? expiry = "1800000300") =>
        "{" + string.Join(',', new[]
    {
        channel is null ? null : $"\"aws:channel-arn\":{channel}",
        more.Length == 0 ? null : more,
        expiry is null ? null : $"\"exp\":{expiry}",
    }.OfType<string>()) + "}";

    public static string Sign(string payload, string header = Header, ECDsa? key = null) =>
        Sign(Encoding.UTF8.GetBytes(payload), Encoding.UTF8.GetBytes(header), key);

    public static string Sign(byte[] payload, byte[] header, ECDsa? key = null)
    {
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384))}";
    }

    public static ViewerTokenReport Judge(string token, string? channelArn = null, string? origin = null) =>
        ViewerTokenInspection.Inspect(token, [PublicKey], channelArn, origin, Now);

    /// <summary>Returns the IDs of the notes.</summary>
    public static string Notes(ViewerTokenReport report)
    {
        Assert.All(report.Notes, note => Assert.Matches(new Regex(@"\A\S.{10,400}\.\z", RegexOptions.Singleline), note.Message));
        return string.Join(' ', report.Notes.Select(note => note.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Returns the IDs of the problems in alphabetical order, and checks that each message is a sentence.</summary>
    public static string Problems(string token, string? channelArn = null, string? origin = null) =>
        Problems(Judge(token, channelArn, origin));

    public static string Problems(ViewerTokenReport report)
    {
        Assert.Equal(report.Problems.Count == 0, report.IsValid);
        Assert.All(report.Problems, problem => Assert.Matches(new Regex(@"\A\S.{10,400}\.\z", RegexOptions.Singleline), problem.Message));
        return string.Join(' ', report.Problems.Select(problem => problem.Id).Order(StringComparer.Ordinal));
    }
}
