namespace IvsTools.Tokens;

/// <summary>A channel's playback URL, with a token in it.</summary>
public static class PlaybackAddress
{
    /// <summary>Adds the token to the URL's query; null stays null.</summary>
    public static string? WithToken(string? playbackUrl, string token) =>
        string.IsNullOrEmpty(playbackUrl) ? null
        : $"{playbackUrl}{(playbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}";
}
