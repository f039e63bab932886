using System.Text.Json.Nodes;
using IvsTools.Emulator.Operations.StreamKeys;

namespace IvsTools.Emulator.Operations.Channels;

/// <summary>Makes a channel with the service's defaults, and its stream key.</summary>
internal static class CreateChannel
{
    public static JsonObject Handle(Call call)
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
            ["ingestEndpoint"] = $"{host}.global-contribute.live-video.net",
            ["playbackUrl"] = $"{call.BaseUrl}/api/video/v1/{call.State.Region}.{call.State.AccountId}.channel.{id}.m3u8",
            ["authorized"] = false,
            ["tags"] = call.Tags,
            ["insecureIngest"] = false,
            ["preset"] = string.Empty,
            ["srt"] = new JsonObject { ["endpoint"] = $"{host}.srt.live-video.net", ["passphrase"] = call.State.Names.Next(76) },
            ["playbackRestrictionPolicyArn"] = string.Empty,
            ["multitrackInputConfiguration"] = new JsonObject(),
            ["containerFormat"] = "TS",
            ["adConfigurationArn"] = string.Empty,
        });
        call.State.Channels.Add(channel);
        var streamKey = CreateStreamKey.Add(call.State, arn, call.Tags);
        return new JsonObject { ["channel"] = channel.DeepClone(), ["streamKey"] = streamKey.DeepClone() };
    }
}
