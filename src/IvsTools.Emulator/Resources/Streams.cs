using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for live streams.</summary>
internal static class Streams
{
    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(GetStream)] = GetStream,
        [nameof(ListStreams)] = ListStreams,
        [nameof(StopStream)] = StopStream,
        [nameof(PutMetadata)] = PutMetadata,
    };

    private static JsonObject GetStream(Call call) => new() { ["stream"] = Live(call).Stream.DeepClone() };

    /// <summary>Returns the stream of the channel in the request.</summary>
    /// <exception cref="ApiException">The channel does not exist or is not live.</exception>
    public static CurrentStream Live(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        call.State.DelayedTransitions.CountRead(arn);
        return call.State.Streams.Current(arn)
            ?? throw new ApiException(ApiErrorCode.ChannelNotBroadcasting, "The channel is not currently broadcasting.");
    }

    /// <summary>Lists summaries of the live streams, optionally filtered by health.</summary>
    private static JsonObject ListStreams(Call call)
    {
        call.State.DelayedTransitions.CountReads(call.State.Streams.Live.Select(stream => stream.Text("channelArn")));
        var health = call.Input["filterBy"]?["health"]?.GetValue<string>();
        return ListPage.Of(
            call, "streams", call.State.Streams.Live.Where(stream => health is null || stream.Text("health") == health),
            call.State.Streams.PlaceOf, 100, "channelArn", "streamId", "state", "health", "viewerCount", "startTime");
    }

    /// <summary>Ends the stream immediately or after the configured number of reads.</summary>
    private static JsonObject StopStream(Call call)
    {
        var arn = call.Text("channelArn");
        Live(call);
        if (call.Faults.ReadsUntilSettled == 0)
            call.State.Streams.End(arn);
        else
            call.State.DelayedTransitions.Begin(arn, call.Faults.ReadsUntilSettled, "OFFLINE");
        return [];
    }

    /// <summary>
    /// Sends metadata to a live stream. The limits are 5 requests per second for a channel and 155 requests per second for an
    /// account.
    /// </summary>
    private static JsonObject? PutMetadata(Call call)
    {
        if (Encoding.UTF8.GetByteCount(call.Text("metadata")) > PutMetadataRequest.MaximumBytes)
        {
            throw ApiException.Validation(
                $"Value at 'metadata' failed to satisfy constraint: Member must have at most {PutMetadataRequest.MaximumBytes} bytes");
        }
        Live(call);
        var arn = call.Text("channelArn");
        if (!call.State.Streams.TakeMetadata(arn))
            throw new ApiException(ApiErrorCode.ThrottlingException, "Rate exceeded");
        call.State.Media.Find(arn)?.AddMetadata(call.Text("metadata"));
        return null;
    }
}
