using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.StreamKeys;

/// <summary>A channel's keys without their values.</summary>
internal static class ListStreamKeys
{
    public static JsonObject Handle(Call call)
    {
        var channelArn = call.Text("channelArn");
        call.State.Channels.Get(channelArn);
        return Page.Of(
            call, "streamKeys", call.State.StreamKeys.All.Where(key => key["channelArn"]!.GetValue<string>() == channelArn),
            call.State.StreamKeys.PlaceOf, 1, "arn", "channelArn", "tags");
    }
}
