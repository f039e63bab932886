using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Operations.Streams;

namespace IvsTools.Emulator.Operations.AdConfigurations;

/// <summary>Takes a live channel that has an ad configuration.</summary>
internal static class InsertAdBreak
{
    public static JsonObject Handle(Call call)
    {
        var arn = GetStream.LiveStream(call)["channelArn"]!.GetValue<string>();
        if (call.State.Channels.Get(arn)["adConfigurationArn"]!.GetValue<string>().Length == 0)
            throw new ApiException("ConflictException", "The channel has no ad configuration.");
        if (!call.State.Streams.TryBeginAdBreak(arn, TimeSpan.FromSeconds(call.Input["durationSeconds"]!.GetValue<int>())))
            throw new ApiException("ConflictException", "An ad break is in progress.");
        return new JsonObject { ["adBreakId"] = call.State.Names.Next(12) };
    }
}
