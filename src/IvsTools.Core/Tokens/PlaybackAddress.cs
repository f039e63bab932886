namespace IvsTools.Tokens;

/// <summary>A channel's playback URL, with a token in it.</summary>
public static class PlaybackAddress
{
    internal const string TokenParameter = "token=";

    /// <summary>The token of a URL's query: of several the first; null if there is none.</summary>
    public static string? TokenOf(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Split('&').FirstOrDefault(pair => pair.StartsWith(TokenParameter, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[TokenParameter.Length..])
            : null;
    }

    /// <summary>Adds the token to the URL's query; null stays null.</summary>
    public static string? WithToken(string? playbackUrl, string token) =>
        string.IsNullOrEmpty(playbackUrl) ? null
        : $"{playbackUrl}{(playbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}";
}
