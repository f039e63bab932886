using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>The video and audio tracks of a stream without an encoder.</summary>
internal static class SimulatedInput
{
    public static JsonObject Video() => new()
    {
        ["encoder"] = "IvsTools.Emulator",
        ["codec"] = "avc1.4D401F",
        ["profile"] = "Main",
        ["level"] = "3.1",
        ["avcProfile"] = "Main",
        ["avcLevel"] = "3.1",
        ["videoWidth"] = 1280,
        ["videoHeight"] = 720,
        ["targetFramerate"] = 30,
        ["targetBitrate"] = 3_000_000,
        ["track"] = "Track0",
    };

    public static JsonObject Audio() => new()
    {
        ["codec"] = "mp4a.40.2",
        ["targetBitrate"] = 160_000,
        ["sampleRate"] = 48_000,
        ["channels"] = 2,
        ["track"] = "Track0",
    };
}
