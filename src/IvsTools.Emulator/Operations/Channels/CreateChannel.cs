using System.Text.Json.Nodes;
using IvsTools.Emulator.Operations.StreamKeys;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Operations.Channels;

/// <summary>Makes a channel with the service's defaults, and its stream key.</summary>
internal static class CreateChannel
{
    public static JsonObject Handle(Call call)
    {
        call.RequireCreation();
        var arn = call.State.NewArn("channel");
        var id = arn[(arn.LastIndexOf('/') + 1)..];
        var host = EmulatorState.Random(12).ToLowerInvariant();
        var channel = new JsonObject
        {
            ["arn"] = arn,
            ["name"] = call.Text("name"),
            ["latencyMode"] = call.Has("latencyMode") ? call.Text("latencyMode") : "LOW",
            ["type"] = call.Has("type") ? call.Text("type") : "STANDARD",
            ["recordingConfigurationArn"] = call.Text("recordingConfigurationArn"),
            ["ingestEndpoint"] = $"{host}.global-contribute.live-video.net",
            ["playbackUrl"] = $"{call.BaseUrl}/api/video/v1/{call.State.Region}.{call.State.AccountId}.channel.{id}.m3u8",
            ["authorized"] = call.Input["authorized"]?.DeepClone() ?? false,
            ["tags"] = call.Tags,
            ["insecureIngest"] = call.Input["insecureIngest"]?.DeepClone() ?? false,
            ["preset"] = call.Text("preset"),
            ["srt"] = new JsonObject { ["endpoint"] = $"srt://{host}.srt.live-video.net:9000", ["passphrase"] = EmulatorState.Random(32) },
            ["playbackRestrictionPolicyArn"] = call.Text("playbackRestrictionPolicyArn"),
            ["multitrackInputConfiguration"] = call.Input["multitrackInputConfiguration"]?.DeepClone() ?? new JsonObject { ["enabled"] = false },
            ["containerFormat"] = call.Has("containerFormat") ? call.Text("containerFormat") : "TS",
            ["adConfigurationArn"] = call.Text("adConfigurationArn"),
        };
        call.State.Channels.Add(channel);
        var streamKey = CreateStreamKey.Add(call.State, arn, call.Tags);
        return new JsonObject { ["channel"] = channel.DeepClone(), ["streamKey"] = streamKey.DeepClone() };
    }
}
