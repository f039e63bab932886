using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>The ingest hosts of the service, which the emulator returns if it does not accept encoders.</summary>
internal static class IngestHost
{
    public const string SrtDomain = ".srt.live-video.net";

    public static string Of(JsonObject channel) =>
        channel.Required("srt").Text("endpoint").Replace(SrtDomain, ".global-contribute.live-video.net", StringComparison.Ordinal);
}
