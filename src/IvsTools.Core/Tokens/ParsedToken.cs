using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Tokens;

/// <summary>An input token that is split into segments. The text around the token is removed.</summary>
internal sealed partial class ParsedToken
{
    private const double LastWhole = 9_007_199_254_740_992;

    private readonly List<ViewerTokenProblem> _problems = [];
    private readonly List<ViewerTokenProblem> _notes = [];

    public ParsedToken(string token)
    {
        var visible = Without(IsInvisible, token.Trim('\uFEFF'));
        var found = Extract(FromUrl(visible.Trim()));
        var text = Without(Rune.IsWhiteSpace, found);
        if (text.Length != found.Length || visible.Length != token.Trim('\uFEFF').Length)
            Note(ViewerTokenProblemId.WhiteSpace, "The line breaks, spaces and invisible characters in the token were ignored.");
        Segments = text.Length == 0 ? [] : text.Split('.');
        if (Segments.Length != 3 && _problems.TrueForAll(problem => problem.Id != ViewerTokenProblemId.NoToken))
        {
            Add(
                ViewerTokenProblemId.WrongSegmentCount,
                $"A token must have three segments separated by dots. This token has {Segments.Length}.");
        }
        if (text.AsSpan().ContainsAny('+', '/', '='))
        {
            Add(
                ViewerTokenProblemId.NotBase64Url,
                "The token is in base64 and contains '+', '/' or '='. A token must be in base64url without padding.");
        }
    }

    public IReadOnlyList<ViewerTokenProblem> Problems => _problems;

    public IReadOnlyList<ViewerTokenProblem> Notes => _notes;

    public string[] Segments { get; }

    /// <summary>The channel of the playback URL in the input, or null.</summary>
    public string? ChannelOfUrl { get; private set; }

    /// <summary>The part of the token that is signed.</summary>
    public string Signed => string.Join('.', Segments.Take(2));

    /// <summary>
    /// Returns the bytes of a segment. If the segment is not base64 or base64url, returns null and adds a problem to the report.
    /// </summary>
    public byte[]? Bytes(int index, string what)
    {
        if (index >= Segments.Length)
            return null;
        var segment = Segments[index].TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        // Base64Url accepts '%' as padding. TryDecodeFromChars would throw an exception for invalid characters.
        if (!segment.Contains('%', StringComparison.Ordinal)
            && Base64Url.DecodeFromChars(segment, bytes, out _, out var length) == OperationStatus.Done)
        {
            return bytes[..length];
        }
        Add(ViewerTokenProblemId.NotBase64Url, $"The {what} is not base64url.");
        return null;
    }

    /// <summary>Returns the JSON object of a segment. If the segment is not a JSON object, adds a problem and returns null.</summary>
    public Dictionary<string, object?>? Json(int index, string what)
    {
        if (Bytes(index, what) is not { } bytes)
            return null;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                var names = json.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal);
                foreach (var name in names.Where(named => named.Count() > 1))
                {
                    Add(
                        ViewerTokenProblemId.DuplicateName,
                        $"The {what} contains {SafeText.Quote(name.Key)} more than once. Different JSON parsers can use different values.");
                }
                return Members(json.RootElement);
            }
        }
        // JsonDocument.Parse accepts invalid Unicode, but reading such a string throws an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The code below adds the problem.
        }
        Add(ViewerTokenProblemId.NotJson, $"The {what} is not a JSON object.");
        return null;
    }

    private string FromUrl(string text)
    {
        if (text.IndexOf(PlaybackAddress.TokenParameter, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            // A playback URL that is a parameter of another URL is encoded, so its token follows 'token%3D' instead of 'token='.
            if (!Url().IsMatch(text) || Jwt().IsMatch(text))
                return text;
            Add(ViewerTokenProblemId.NoToken, "The URL does not contain a token, which must follow '?token='.");
            return string.Empty;
        }
        if (text.Contains("?token.m3u8?", StringComparison.Ordinal))
        {
            Add(
                ViewerTokenProblemId.BrokenUrl,
                "The URL contains '?token.m3u8?token=', which comes from a widely copied sample. "
                    + "The playback URL must end with '.m3u8?token=' and the token.");
        }
        ChannelOfUrl = PlaybackAddress.ChannelOf(text);
        Note(ViewerTokenProblemId.WholeUrl, "The input is a URL. The token was read from the URL.");
        // The first call reads the token from the query of a URL. In other text and in invalid URLs, the token can be outside a query,
        // so the second call reads from the first 'token='.
        return PlaybackAddress.TokenOf(text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..]) ?? PlaybackAddress.TokenOf(text[at..])!;
    }

    // A pasted token can include quotation marks or a comma. Text from a header or a log can also surround the token.
    private string Extract(string text)
    {
        var found = Scheme().Match(text) is { Success: true } scheme ? text[scheme.Length..] : text;
        if (Foreign().IsMatch(found) && Jwt().Match(found) is { Success: true } jwt)
            found = jwt.Value;
        if (found.Length != text.Length)
            Note(ViewerTokenProblemId.Surrounded, "The text around the token was ignored.");
        return found;
    }

    // A token that was copied from a web page can contain zero-width spaces.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static string Without(Func<Rune, bool> isRemoved, string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !isRemoved(rune)));

    private void Note(string id, string message) => _notes.Add(new ViewerTokenProblem(id, message));

    private void Add(string id, string message) => _problems.Add(new ViewerTokenProblem(id, message));

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble() is var number && IsWhole(number) ? (long)number : number as object,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        _ => Members(value),
    };

    // 1.8e9 and 1800000000.0 are also integers. A double cannot represent every integer above LastWhole.
    private static bool IsWhole(double number) => Math.Abs(number) < LastWhole && Math.Floor(number) == number;

    private static Dictionary<string, object?> Members(JsonElement value)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = Plain(member.Value);
        return members;
    }

    [GeneratedRegex(@"\A[a-z]+://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"\A(?:authorization\s*:\s*)?bearer\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    // Matches an encoded character of a URL, or a character that is not in base64 or base64url. White space does not match.
    [GeneratedRegex(@"[^A-Za-z0-9_\-.+/=%\s]|%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    // Every JWT header is a JSON object, so the pattern starts with the first bytes of an object in base64.
    [GeneratedRegex(@"(?:eyJ|eyA|ewo|ew0)[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+=*", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();
}
