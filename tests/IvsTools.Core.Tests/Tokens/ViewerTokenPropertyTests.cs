using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Xunit;

namespace IvsTools.Core.Tests.Tokens;

public class ViewerTokenPropertyTests
{
    private static readonly string Good = Jwt.Sign(Jwt.Payload("\"aws:viewer-id\":\"v\""));

    [Property(MaxTest = 500)]
    public bool Arbitrary_text_is_not_valid_and_does_not_cause_an_exception(string? text) =>
        !Jwt.Judge(text ?? string.Empty, Jwt.Channel, text).IsValid;

    [Property(MaxTest = 100)]
    public bool Arbitrary_bytes_in_the_segments_are_not_valid_and_do_not_cause_an_exception(byte[] header, byte[] payload) =>
        !Jwt.Judge(Jwt.Sign(payload, header), Jwt.Channel, "https://a.com").IsValid;

    [Property(MaxTest = 150)]
    public bool Arbitrary_JSON_text_in_a_claim_does_not_cause_an_exception(string? name, string? value, int half)
    {
        // In a third of the cases, the text ends with half a surrogate pair, written as an escape sequence.
        var text = $"\"{Json(name)}\":\"{Json(value)}{(half % 3 == 0 ? "\\ud83d" : string.Empty)}\"";
        Jwt.Judge(Jwt.Sign(Jwt.Payload(text)), Jwt.Channel, value);
        return true;

        static string Json(string? plain) =>
            (plain ?? string.Empty).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public bool No_altered_token_is_valid(PositiveInt at, PositiveInt how, char put)
    {
        var index = at.Get % Good.Length;
        var altered = (how.Get % 5) switch
        {
            0 => Good.Remove(index, 1),
            1 => Good.Insert(index, put.ToString()),
            2 => Good.Remove(index, 1).Insert(index, "ABab01-_.=+/ "[how.Get % 13].ToString()),
            3 => Good[..index],
            _ => Good.Remove(index, 1).Insert(index, put.ToString()),
        };
        // A token with additional spaces or invisible characters is valid, because they are ignored.
        return string.Concat(altered.EnumerateRunes().Where(rune => !IsIgnored(rune))) == Good || !Jwt.Judge(altered).IsValid;
    }

    private static bool IsIgnored(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    [Property(MaxTest = 150)]
    public bool No_altered_payload_is_valid(PositiveInt at, byte put)
    {
        var parts = Good.Split('.');
        var payload = Encoding.UTF8.GetBytes(Jwt.Payload("\"aws:viewer-id\":\"v\""));
        var index = at.Get % payload.Length;
        if (payload[index] == put)
            return true;
        payload[index] = put;
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(payload);
        return !Jwt.Judge(string.Join('.', parts)).IsValid;
    }
}
