namespace IvsTools.Tokens;

/// <summary>Reads or adds the token in a playback URL.</summary>
public static class PlaybackAddress
{
    internal const string TokenParameter = "token=";

    /// <summary>Returns the first token in a query, or null if the query does not contain a token.</summary>
    public static string? TokenOf(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Split('&').FirstOrDefault(pair => pair.StartsWith(TokenParameter, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[TokenParameter.Length..])
            : null;
    }

    /// <summary>Adds the token to the query of the URL. Returns null if the URL is null or empty.</summary>
    public static string? WithToken(string? playbackUrl, string token) =>
        string.IsNullOrEmpty(playbackUrl) ? null
        : $"{playbackUrl}{(playbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}";
}
