using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.ViewerSessions;

internal static class StartViewerSessionRevocation
{
    public static JsonObject Handle(Call call)
    {
        call.State.Channels.Get(call.Text("channelArn"));
        Revoke(call, call.Input);
        return [];
    }

    public static void Revoke(Call call, JsonObject session) => call.State.Playback.Revoke(
        session["channelArn"]!.GetValue<string>(),
        session["viewerId"]!.GetValue<string>(),
        session["viewerSessionVersionsLessThanOrEqualTo"]?.GetValue<long>() ?? 0);
}
