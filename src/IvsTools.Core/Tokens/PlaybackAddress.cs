namespace IvsTools.Tokens;

/// <summary>The playback URL of a channel with a token.</summary>
public static class PlaybackAddress
{
    internal const string TokenParameter = "token=";

    /// <summary>The first token in the query of a URL. Null if the query does not contain a token.</summary>
    public static string? TokenOf(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Split('&').FirstOrDefault(pair => pair.StartsWith(TokenParameter, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[TokenParameter.Length..])
            : null;
    }

    /// <summary>Adds the token to the query of the URL. Null stays null.</summary>
    public static string? WithToken(string? playbackUrl, string token) =>
        string.IsNullOrEmpty(playbackUrl) ? null
        : $"{playbackUrl}{(playbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}";
}
