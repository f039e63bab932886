using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Playback;

/// <summary>A playlist of HTTP Live Streaming (RFC 8216).</summary>
internal sealed partial class Playlist
{
    private const string FirstLine = "#EXTM3U";
    private const string VariantTag = "#EXT-X-STREAM-INF:";
    private const string TargetDurationTag = "#EXT-X-TARGETDURATION:";
    private const string SegmentTag = "#EXTINF:";
    private static readonly string[] MediaTypes =
        ["application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string[] _lines;
    private readonly Uri _url;

    private Playlist(string[] lines, Uri url) => (_lines, _url) = (lines, url);

    /// <summary>True for a media playlist with segments.</summary>
    public bool HasSegments => HasTag(TargetDurationTag) && HasTag(SegmentTag);

    /// <summary>Reads a response. Null, and the reason, if it is not a playlist.</summary>
    public static (Playlist? Playlist, string? Fault) Read(PlaybackResponse response, Uri url)
    {
        if (!MediaTypes.Contains(response.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            return (null, response.ContentType is { } type
                ? $"has the content type {SafeText.Quote(type)} instead of {MediaTypes[0]}"
                : $"does not have the content type {MediaTypes[0]}");
        }
        try
        {
            var lines = Utf8.GetString(response.Body).ReplaceLineEndings("\n").Split('\n');
            return lines[0].TrimEnd() == FirstLine ? (new Playlist(lines, url), null) : (null, $"does not start with {FirstLine}");
        }
        catch (DecoderFallbackException)
        {
            return (null, "is not text in UTF-8");
        }
    }

    /// <summary>The renditions of a multivariant playlist with their media playlists. Empty for a media playlist.</summary>
    /// <param name="target">The URL, whose token is hidden.</param>
    public IReadOnlyList<(PlaybackVariant Variant, Uri Url)> Variants(PlaybackTarget target)
    {
        var found = new List<(PlaybackVariant, Uri)>();
        for (var at = 0; at < _lines.Length; at++)
        {
            if (!_lines[at].StartsWith(VariantTag, StringComparison.Ordinal))
                continue;
            var next = Array.FindIndex(_lines, at + 1, line => line.Length > 0 && line[0] != '#');
            if (next < 0 || !Uri.TryCreate(_url, _lines[next], out var url) || url.Scheme is not ("http" or "https"))
                continue;
            var attributes = Attribute().Matches(_lines[at][VariantTag.Length..])
                .GroupBy(match => match.Groups["name"].Value)
                .ToDictionary(named => named.Key, named => named.First().Groups["value"].Value.Trim('"'));
            found.Add((
                new PlaybackVariant(
                    Text(target, attributes.GetValueOrDefault("RESOLUTION")),
                    long.TryParse(attributes.GetValueOrDefault("BANDWIDTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var rate)
                        ? rate
                        : null,
                    Text(target, attributes.GetValueOrDefault("CODECS"))),
                url));
        }
        return found;
    }

    private static string? Text(PlaybackTarget target, string? value) => value is null ? null : SafeText.Line(target.Hide(value));

    private bool HasTag(string tag) => Array.Exists(_lines, line => line.StartsWith(tag, StringComparison.Ordinal));

    [GeneratedRegex("""(?<name>[A-Z0-9-]+)=(?<value>"[^"]*"|[^",]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
