using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for stream keys. Lists do not contain the values of the keys.</summary>
internal static class StreamKeys
{
    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(CreateStreamKey)] = CreateStreamKey,
        [nameof(DeleteStreamKey)] = DeleteStreamKey,
        [nameof(ListStreamKeys)] = ListStreamKeys,
        ["BatchGetStreamKey"] = Resource.BatchGet("streamKeys", s => s.StreamKeys),
        ["GetStreamKey"] = Resource.Get("streamKey", s => s.StreamKeys),
    };

    /// <summary>Creates a stream key. A channel can have only one stream key.</summary>
    private static JsonObject CreateStreamKey(Call call)
    {
        call.RequireCreation();
        var channelArn = call.Text("channelArn");
        call.State.Channels.Get(channelArn);
        if (call.State.StreamKeyOf(channelArn) is not null)
            throw new ApiException(ApiErrorCode.ServiceQuotaExceededException, "Stream key limit of 1 per channel exceeded.");
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

    private static JsonObject? DeleteStreamKey(Call call)
    {
        call.State.StreamKeys.Remove(call.Text("arn"));
        return null;
    }

    private static JsonObject ListStreamKeys(Call call)
    {
        var channelArn = call.Text("channelArn");
        call.State.Channels.Get(channelArn);
        return ListPage.Of(
            call, "streamKeys", call.State.StreamKeys.All.Where(key => key.Text("channelArn") == channelArn),
            call.State.StreamKeys.PlaceOf, 1, "arn", "channelArn", "tags");
    }
}
