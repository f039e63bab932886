using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Operations.StreamKeys;

/// <summary>One key a channel.</summary>
internal static class CreateStreamKey
{
    public static JsonObject Handle(Call call)
    {
        call.RequireCreation();
        var channelArn = call.Text("channelArn");
        call.State.Channels.Get(channelArn);
        if (call.State.StreamKeys.All.Any(key => key["channelArn"]!.GetValue<string>() == channelArn))
            throw new ApiException("ServiceQuotaExceededException", "Stream key limit of 1 per channel exceeded.");
        return new JsonObject { ["streamKey"] = Add(call.State, channelArn, call.Tags).DeepClone() };
    }

    public static JsonObject Add(EmulatorState state, string channelArn, JsonNode tags)
    {
        var key = new JsonObject
        {
            ["arn"] = state.NewArn("stream-key"),
            ["value"] = $"sk_{state.Region}_{state.Names.Next(12)}_{state.Names.Next(30)}",
            ["channelArn"] = channelArn,
            ["tags"] = tags,
        };
        state.StreamKeys.Add(key);
        return key;
    }
}
