using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackKeyPairs;

/// <summary>Without fingerprints, as the service.</summary>
internal static class ListPlaybackKeyPairs
{
    public static JsonObject Handle(Call call) => Page.Of(call, "keyPairs", call.State.PlaybackKeyPairs.All, "arn", "name", "tags");
}
