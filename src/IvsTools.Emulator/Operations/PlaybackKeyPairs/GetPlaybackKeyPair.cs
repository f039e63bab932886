using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackKeyPairs;

internal static class GetPlaybackKeyPair
{
    public static JsonObject Handle(Call call) => new() { ["keyPair"] = call.State.PlaybackKeyPairs.Get(call.Text("arn")).DeepClone() };
}
