using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>The playback URL of a channel, which can contain a token.</summary>
internal sealed class PlaybackTarget
{
    private const char QueryMark = '?';
    private const string HiddenToken = "(token)";

    private PlaybackTarget(Uri url, string channelArn)
    {
        (Url, ChannelArn, Shown) = (url, channelArn, url.GetLeftPart(UriPartial.Path));
        Token = PlaybackAddress.TokenOf(url.Query.TrimStart(QueryMark));
        // If the query is invalid, the service does not find the token. TokenText is then the whole URL, so that the report explains
        // what is wrong with the URL.
        TokenText = Token
            ?? (url.Query.Contains(PlaybackAddress.TokenParameter, StringComparison.Ordinal) ? url.OriginalString : null);
    }

    /// <summary>The URL without the query.</summary>
    public string Shown { get; }

    /// <summary>The channel of the URL.</summary>
    public string ChannelArn { get; }

    public Uri Url { get; }

    /// <summary>The token in the query of the URL. Null if the service does not find a token in the query.</summary>
    public string? Token { get; }

    /// <summary>The text to inspect: the token, or the whole URL if the service does not find the token in the query.</summary>
    public string? TokenText { get; }

    /// <summary>Reads a URL. Returns null if the text is not the playback URL of a channel.</summary>
    /// <param name="text">The URL, which can contain a token.</param>
    /// <param name="token">The token to add to the URL, or null.</param>
    public static PlaybackTarget? Parse(string text, string? token = null)
    {
        text = text.Trim();
        if (text.Any(char.IsControl)
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0
            || PlaybackAddress.ChannelOf(url.AbsolutePath, isWhole: true) is not { } channelArn)
        {
            return null;
        }
        if (token is not null)
        {
            var withToken = PlaybackAddress.WithToken(
                url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), Uri.EscapeDataString(token));
            url = new Uri(withToken!, UriKind.Absolute);
        }
        return new PlaybackTarget(url, channelArn);
    }

    /// <summary>Removes the query from the text of any URL, because the query can contain a token.</summary>
    public static string WithoutQuery(string text) => text.Split(QueryMark)[0];

    /// <summary>Indicates whether the URL contains a token.</summary>
    public bool HasToken => Token is not null;

    /// <summary>Removes the token from text that the server sent.</summary>
    public string Hide(string text)
    {
        if (string.IsNullOrEmpty(Token))
            return text;
        return text.Replace(Token, HiddenToken, StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(Token), HiddenToken, StringComparison.Ordinal);
    }
}
