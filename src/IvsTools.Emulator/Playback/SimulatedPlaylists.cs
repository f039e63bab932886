namespace IvsTools.Emulator.Playback;

/// <summary>The playlists of a simulated stream, which has no media.</summary>
internal static class SimulatedPlaylists
{
    public const string Media =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:2.000,live\nsegment-0.ts\n";

    private static readonly (int Width, int Height, int Bandwidth)[] Renditions = [(1280, 720, 3_000_000), (852, 480, 1_400_000)];

    public static string Multivariant(MaximumResolution maximum, string folder)
    {
        var variants = Renditions.Where(rendition => maximum.Allows(rendition.Width, rendition.Height)).Select(rendition =>
            $"#EXT-X-STREAM-INF:BANDWIDTH={rendition.Bandwidth},RESOLUTION={rendition.Width}x{rendition.Height},"
            + "CODECS=\"avc1.4D401F,mp4a.40.2\"\n"
            + $"{folder}/{rendition.Height}p.m3u8\n");
        return "#EXTM3U\n#EXT-X-VERSION:3\n" + string.Concat(variants);
    }
}
