namespace IvsTools.Emulator.Http;

/// <summary>The prefixes of the paths that are not API operations.</summary>
internal static class Paths
{
    public const string Control = "/_emulator/";

    public const string Playback = "/api/video/v1/";

    public const string Tags = "/tags/";
}
