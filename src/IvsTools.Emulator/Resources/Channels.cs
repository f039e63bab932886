using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for channels. A live channel cannot be changed or deleted.</summary>
internal static class Channels
{
    private static readonly (string Filter, string Member)[] Filters =
    [
        ("filterByName", "name"),
        ("filterByRecordingConfigurationArn", "recordingConfigurationArn"),
        ("filterByPlaybackRestrictionPolicyArn", "playbackRestrictionPolicyArn"),
        ("filterByAdConfigurationArn", "adConfigurationArn"),
    ];

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(CreateChannel)] = CreateChannel,
        [nameof(UpdateChannel)] = UpdateChannel,
        [nameof(DeleteChannel)] = DeleteChannel,
        [nameof(ListChannels)] = ListChannels,
        ["BatchGetChannel"] = Resource.BatchGet("channels", s => s.Channels),
        ["GetChannel"] = Resource.Get("channel", s => s.Channels),
    };

    /// <summary>Creates a channel with the service's defaults, and its stream key.</summary>
    private static JsonObject CreateChannel(Call call)
    {
        call.RequireCreation();
        var arn = call.State.NewArn("channel");
        var id = arn[(arn.LastIndexOf('/') + 1)..];
        var host = call.State.Names.Next(12).ToLowerInvariant();
        var channel = ChannelSettings.Apply(call, new JsonObject
        {
            ["arn"] = arn,
            ["name"] = string.Empty,
            ["latencyMode"] = "LOW",
            ["type"] = "STANDARD",
            ["recordingConfigurationArn"] = string.Empty,
            ["ingestEndpoint"] = string.Empty,
            ["playbackUrl"] = $"{call.BaseUrl}/api/video/v1/{call.State.Region}.{call.State.AccountId}.channel.{id}.m3u8",
            ["authorized"] = false,
            ["tags"] = call.Tags,
            ["insecureIngest"] = false,
            ["preset"] = string.Empty,
            ["srt"] = new JsonObject { ["endpoint"] = host + IngestHost.SrtDomain, ["passphrase"] = call.State.Names.Next(76) },
            ["playbackRestrictionPolicyArn"] = string.Empty,
            ["multitrackInputConfiguration"] = new JsonObject(),
            ["containerFormat"] = "TS",
            ["adConfigurationArn"] = string.Empty,
        });
        channel["ingestEndpoint"] = call.IngestEndpoint ?? IngestHost.Of(channel);
        call.State.Channels.Add(channel);
        var streamKey = StreamKeys.Add(call.State, arn, call.Tags);
        return new JsonObject { ["channel"] = channel.DeepClone(), ["streamKey"] = streamKey.DeepClone() };
    }

    private static JsonObject UpdateChannel(Call call)
    {
        var channel = call.State.Channels.Get(call.Text("arn"));
        var changed = ChannelSettings.Apply(call, channel);
        if (call.State.IsLive(call.Text("arn")))
            throw new ApiException(ApiErrorCode.ConflictException, "The channel is live and cannot be updated.");
        call.State.Channels.Replace(changed);
        return new JsonObject { ["channel"] = changed.DeepClone() };
    }

    /// <summary>Deletes a channel and its stream key.</summary>
    private static JsonObject? DeleteChannel(Call call)
    {
        var arn = call.Text("arn");
        call.State.Channels.Get(arn);
        if (call.State.IsLive(arn))
            throw new ApiException(ApiErrorCode.ConflictException, "The channel is live and cannot be deleted.");
        foreach (var key in call.State.StreamKeys.All.Where(k => k.Text("channelArn") == arn).ToList())
            call.State.StreamKeys.Remove(ResourceTable.ArnOf(key));
        call.State.Channels.Remove(arn);
        call.State.Streams.Forget(arn);
        call.State.Media.Forget(arn);
        return null;
    }

    /// <summary>Lists summaries of channels. Only one filter is allowed.</summary>
    private static JsonObject ListChannels(Call call)
    {
        var filters = Filters.Where(f => call.Has(f.Filter)).ToList();
        if (filters.Count > 1)
            throw new ApiException(ApiErrorCode.ConflictException, "Filters are mutually exclusive.");
        var channels = call.State.Channels.All.Where(channel => filters.All(f => channel.Text(f.Member) == call.Text(f.Filter)));
        return ListPage.Of(
            call, "channels", channels, call.State.Channels.PlaceOf, 100,
            "arn", "name", "latencyMode", "authorized", "recordingConfigurationArn", "tags", "insecureIngest", "type", "preset",
            "playbackRestrictionPolicyArn", "adConfigurationArn");
    }
}
