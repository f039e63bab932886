namespace IvsTools.Emulator.Http;

/// <summary>What the paths begin with that are not the name of an operation.</summary>
internal static class Paths
{
    public const string Control = "/_emulator/";

    public const string Playback = "/api/video/v1/";

    public const string Tags = "/tags/";
}
