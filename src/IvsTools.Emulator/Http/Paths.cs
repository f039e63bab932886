using IvsTools.Text;

namespace IvsTools.Emulator.Http;

/// <summary>The path prefixes of requests that are not API operations.</summary>
internal static class Paths
{
    public const string Control = "/_emulator/";

    public const string Playback = "/api/video/v1/";

    /// <summary>The path prefix of playback sessions.</summary>
    public const string PlaybackSessions = Playback + "playlist/";

    public const string Tags = "/tags/";

    /// <summary>Masks the ID of a playback session in a path.</summary>
    public static string WithoutSession(string path) =>
        path.StartsWith(PlaybackSessions, StringComparison.Ordinal) && path[PlaybackSessions.Length..].Split('/', 2) is [_, .. var file]
            ? PlaybackSessions + string.Join('/', [Secret.Masked, .. file])
            : path;
}
