using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>The hosts for encoders as in the service, for an emulator that does not accept encoders.</summary>
internal static class IngestHost
{
    /// <summary>The domain of the SRT endpoint.</summary>
    public const string SrtDomain = ".srt.live-video.net";

    /// <summary>The ingest endpoint of a channel.</summary>
    public static string Of(JsonObject channel) =>
        channel["srt"]!["endpoint"]!.GetValue<string>().Replace(SrtDomain, ".global-contribute.live-video.net", StringComparison.Ordinal);
}
