using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Playback;

/// <summary>A playlist of HTTP Live Streaming, which RFC 8216 defines.</summary>
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

    /// <summary>Indicates whether the playlist is a media playlist with segments.</summary>
    public bool HasSegments => HasTag(TargetDurationTag) && HasTag(SegmentTag);

    /// <summary>Reads a response. If the response is not a playlist, returns null and the reason.</summary>
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

    /// <summary>
    /// Returns the renditions in a multivariant playlist and the URLs of their media playlists. Returns an empty list
    /// for a media playlist.
    /// </summary>
    /// <param name="target">The playback URL. If the playlist contains the token of this URL, the token is hidden in the result.</param>
    public IReadOnlyList<(PlaybackVariant Variant, Uri Url)> Variants(PlaybackTarget target)
    {
        var found = new List<(PlaybackVariant, Uri)>();
        string? tag = null;
        foreach (var line in _lines)
        {
            if (line.StartsWith(VariantTag, StringComparison.Ordinal))
            {
                tag = line[VariantTag.Length..];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (tag is not null && Rendition(line) is { } url)
                    found.Add((Variant(tag, target), url));
                tag = null;
            }
        }
        return found;
    }

    // A browser does not load an http URL from an https page. Other schemes, such as file, are not valid for playback.
    private Uri? Rendition(string line) =>
        Uri.TryCreate(_url, line, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.Scheme == _url.Scheme))
            ? url
            : null;

    private static PlaybackVariant Variant(string tag, PlaybackTarget target)
    {
        var attributes = Attribute().Matches(tag)
            .GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(named => named.Key, named => named.First().Groups["value"].Value.Trim('"'));
        return new PlaybackVariant(
            Text(target, attributes.GetValueOrDefault("RESOLUTION")),
            long.TryParse(attributes.GetValueOrDefault("BANDWIDTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var rate)
                ? rate
                : null,
            Text(target, attributes.GetValueOrDefault("CODECS")));
    }

    private static string? Text(PlaybackTarget target, string? value) => value is null ? null : SafeText.Line(target.Hide(value));

    private bool HasTag(string tag) => Array.Exists(_lines, line => line.StartsWith(tag, StringComparison.Ordinal));

    // A match can start only at the start of the line or after a comma, so the time is proportional to the length of the line.
    [GeneratedRegex("""(?:^|,)\s*(?<name>[A-Z0-9-]+)=(?<value>"[^"]*"|[^",]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
