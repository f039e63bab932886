using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace IvsTools.Tokens;

/// <summary>A token as somebody hands it over: taken out of what surrounds it, and apart into its segments.</summary>
internal sealed class GivenToken
{
    private readonly List<ViewerTokenProblem> _problems = [];

    public GivenToken(string text)
    {
        text = FromUrl(text.Trim());
        if (text.Any(char.IsWhiteSpace))
        {
            Add(ViewerTokenProblemId.WhiteSpace, "There are line breaks or blanks inside the token.");
            text = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        }
        Segments = text.Split('.');
        if (Segments.Length != 3)
            Add(ViewerTokenProblemId.WrongSegmentCount, $"A token has three segments joined by dots, and this one has {(text.Length == 0 ? 0 : Segments.Length)}.");
        if (text.AsSpan().ContainsAny('+', '/', '='))
            Add(ViewerTokenProblemId.NotBase64Url, "The token is in base64, with '+', '/' or '=', and must be in base64url without padding.");
    }

    public IReadOnlyList<ViewerTokenProblem> Problems => _problems;

    public string[] Segments { get; }

    /// <summary>What was signed.</summary>
    public string Signed => string.Join('.', Segments.Take(2));

    /// <summary>A segment's bytes; null, and a problem, if it is no base64 of either kind.</summary>
    public byte[]? Bytes(int index, string what)
    {
        if (index >= Segments.Length)
            return null;
        var segment = Segments[index].TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        // It would take '%' for padding; TryDecodeFromChars throws for other characters.
        if (!segment.Contains('%', StringComparison.Ordinal) && Base64Url.DecodeFromChars(segment, bytes, out _, out var length) == OperationStatus.Done)
            return bytes[..length];
        Add(ViewerTokenProblemId.NotBase64Url, $"The {what} is not base64url.");
        return null;
    }

    /// <summary>A segment's JSON object; null, and a problem, if it is none.</summary>
    public Dictionary<string, object?>? Json(int index, string what)
    {
        if (Bytes(index, what) is not { } bytes)
            return null;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var name in json.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Where(named => named.Count() > 1))
                    Add(ViewerTokenProblemId.DuplicateName, $"The {what} has {Quoted.Text(name.Key)} more than once: readers differ in which one they take.");
                return Members(json.RootElement);
            }
        }
        // The parser leaves text that is no Unicode to whoever asks for it, who gets an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Said below.
        }
        Add(ViewerTokenProblemId.NotJson, $"The {what} is not a JSON object.");
        return null;
    }

    private string FromUrl(string text)
    {
        if (!text.Contains("token=", StringComparison.Ordinal))
            return text;
        if (text.Contains("?token.m3u8?", StringComparison.Ordinal))
            Add(ViewerTokenProblemId.BrokenUrl, "The URL has '?token.m3u8?token=' in it, as a sample in circulation writes it; the playback URL ends in '.m3u8?token=' and the token.");
        Add(ViewerTokenProblemId.WholeUrl, "A whole URL was given; the token is what stands behind 'token='.");
        return Uri.UnescapeDataString(text[(text.LastIndexOf("token=", StringComparison.Ordinal) + "token=".Length)..].Split('&')[0]);
    }

    private void Add(string id, string message) => _problems.Add(new ViewerTokenProblem(id, message));

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        _ => Members(value),
    };

    private static Dictionary<string, object?> Members(JsonElement value)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = Plain(member.Value);
        return members;
    }
}
