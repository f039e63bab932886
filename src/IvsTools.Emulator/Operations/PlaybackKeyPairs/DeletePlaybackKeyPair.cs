using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackKeyPairs;

internal static class DeletePlaybackKeyPair
{
    public static JsonObject Handle(Call call)
    {
        var arn = call.Text("arn");
        call.State.PlaybackKeyPairs.Remove(arn);
        call.State.PublicKeys.Remove(arn);
        return [];
    }
}
