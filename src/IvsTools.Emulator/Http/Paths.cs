namespace IvsTools.Emulator.Http;

/// <summary>The prefixes of the paths that are not API operations.</summary>
internal static class Paths
{
    public const string Control = "/_emulator/";

    public const string Playback = "/api/video/v1/";

    /// <summary>The playlists and segments of started sessions.</summary>
    public const string PlaybackSessions = Playback + "playlist/";

    public const string Tags = "/tags/";

    /// <summary>The path with the ID of a playback session masked.</summary>
    public static string WithoutSession(string path) =>
        path.StartsWith(PlaybackSessions, StringComparison.Ordinal) && path[PlaybackSessions.Length..].Split('/', 2) is [_, .. var file]
            ? PlaybackSessions + string.Join('/', ["••••", .. file])
            : path;
}
