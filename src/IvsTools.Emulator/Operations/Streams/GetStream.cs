using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.Streams;

internal static class GetStream
{
    public static JsonObject Handle(Call call) => new() { ["stream"] = LiveStream(call).DeepClone() };

    /// <summary>The stream of the request's channel.</summary>
    /// <exception cref="ApiException">ResourceNotFoundException, or ChannelNotBroadcasting if the channel is silent.</exception>
    public static JsonObject LiveStream(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        call.State.Settling.Look(arn);
        return call.State.Streams.Current(arn) ?? throw new ApiException("ChannelNotBroadcasting", "The channel is not currently broadcasting.");
    }
}
