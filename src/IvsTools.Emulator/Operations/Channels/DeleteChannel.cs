using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Operations.Channels;

/// <summary>Takes the channel's stream key with it; refused while the channel is live.</summary>
internal static class DeleteChannel
{
    public static JsonObject? Handle(Call call)
    {
        var arn = call.Text("arn");
        call.State.Channels.Get(arn);
        if (call.State.IsLive(arn))
            throw new ApiException("ConflictException", "The channel is live and cannot be deleted.");
        foreach (var key in call.State.StreamKeys.All.Where(k => k["channelArn"]!.GetValue<string>() == arn).ToList())
            call.State.StreamKeys.Remove(ResourceTable.ArnOf(key));
        call.State.Channels.Remove(arn);
        call.State.Streams.Forget(arn);
        return null;
    }
}
