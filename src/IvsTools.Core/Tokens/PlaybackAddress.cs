using System.Text.RegularExpressions;

namespace IvsTools.Tokens;

/// <summary>Reads the channel and the token of a playback URL, and adds a token to a playback URL.</summary>
internal static partial class PlaybackAddress
{
    public const string TokenParameter = "token=";

    /// <summary>Returns the ARN of the channel if the text contains the path of a playback URL. Otherwise, returns null.</summary>
    /// <param name="text">A playback URL, or text that contains one.</param>
    /// <param name="isWhole">True if the text must be only the path.</param>
    public static string? ChannelOf(string text, bool isWhole = false) =>
        ChannelPath().Match(text) is { Success: true } path && (!isWhole || path.Length == text.Length)
            ? $"arn:aws:ivs:{path.Groups["region"].Value}:{path.Groups["account"].Value}:channel/{path.Groups["id"].Value}"
            : null;

    /// <summary>Returns the first token in a query, or null if the query does not contain a token.</summary>
    public static string? TokenOf(string query) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith(TokenParameter, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[TokenParameter.Length..])
            : null;

    /// <summary>Adds the token to the query of the URL. Returns null if the URL is null or empty.</summary>
    public static string? WithToken(string? playbackUrl, string token) =>
        string.IsNullOrEmpty(playbackUrl) ? null
        : $"{playbackUrl}{(playbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}";

    [GeneratedRegex(
        @"/api/video/v1/(?<region>[a-z0-9-]+)\.(?<account>[0-9]+)\.channel\.(?<id>[a-zA-Z0-9-]+)\.m3u8", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelPath();
}
