using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.Channels;

/// <summary>Refused while the channel is live.</summary>
internal static class UpdateChannel
{
    public static JsonObject Handle(Call call)
    {
        var channel = call.State.Channels.Get(call.Text("arn"));
        var changed = ChannelSettings.Apply(call, channel);
        if (call.State.IsLive(call.Text("arn")))
            throw new ApiException("ConflictException", "The channel is live and cannot be updated.");
        call.State.Channels.Replace(changed);
        return new JsonObject { ["channel"] = changed.DeepClone() };
    }
}
