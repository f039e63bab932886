using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Streams;

/// <summary>Summaries of what is on air, by health if asked for.</summary>
internal static class ListStreams
{
    public static JsonObject Handle(Call call)
    {
        call.State.Settling.LookAtAll();
        var health = call.Input["filterBy"]?["health"]?.GetValue<string>();
        return Page.Of(
            call, "streams", call.State.Streams.Live.Where(stream => health is null || stream["health"]!.GetValue<string>() == health),
            call.State.Streams.PlaceOf, 100, "channelArn", "streamId", "state", "health", "viewerCount", "startTime");
    }
}
