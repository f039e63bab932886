using System.Text.RegularExpressions;
using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>A playback URL with the token and the channel in it.</summary>
public sealed partial class PlaybackTarget
{
    private const char QueryMark = '?';
    private const string HiddenToken = "(token)";

    private PlaybackTarget(Uri url, string channelArn)
    {
        (Url, ChannelArn, Shown) = (url, channelArn, url.GetLeftPart(UriPartial.Path));
        Token = PlaybackAddress.TokenOf(url.Query.TrimStart(QueryMark));
        // The service does not find a token in an invalid query. The inspection of the token then gets the whole URL.
        TokenText = Token
            ?? (url.Query.Contains(PlaybackAddress.TokenParameter, StringComparison.Ordinal) ? url.OriginalString : null);
    }

    /// <summary>The URL without the query.</summary>
    public string Shown { get; }

    /// <summary>The channel of the URL.</summary>
    public string ChannelArn { get; }

    /// <summary>The URL to get.</summary>
    internal Uri Url { get; }

    /// <summary>The token that the service finds. Null if the service finds no token.</summary>
    internal string? Token { get; }

    /// <summary>The token, or text that contains it.</summary>
    internal string? TokenText { get; }

    /// <summary>Reads a URL. Null if the text is not the playback URL of a channel.</summary>
    /// <param name="text">The URL, which can contain a token.</param>
    /// <param name="token">The token to add. Null to not add a token.</param>
    public static PlaybackTarget? Parse(string text, string? token = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Any(char.IsControl)
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0
            || Channel().Match(url.AbsolutePath) is not { Success: true } channel)
        {
            return null;
        }
        if (token is not null)
        {
            var withToken = PlaybackAddress.WithToken(
                url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), Uri.EscapeDataString(token));
            url = new Uri(withToken!, UriKind.Absolute);
        }
        return new PlaybackTarget(
            url, $"arn:aws:ivs:{channel.Groups["region"].Value}:{channel.Groups["account"].Value}:channel/{channel.Groups["id"].Value}");
    }

    /// <summary>The text of any URL without the query, which can contain a token.</summary>
    public static string WithoutQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(QueryMark)[0];
    }

    /// <summary>True if the URL contains a token.</summary>
    public bool HasToken => Token is not null;

    /// <summary>Removes the token from text of the server.</summary>
    internal string Hide(string text)
    {
        if (string.IsNullOrEmpty(Token))
            return text;
        return text.Replace(Token, HiddenToken, StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(Token), HiddenToken, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"\A/api/video/v1/(?<region>[a-z0-9-]+)\.(?<account>[0-9]+)\.channel\.(?<id>[a-zA-Z0-9-]+)\.m3u8\z", RegexOptions.CultureInvariant)]
    private static partial Regex Channel();
}
