using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Resources;

/// <summary>The settings of a channel and their valid combinations.</summary>
internal static class ChannelSettings
{
    private static readonly string[] Members =
    [
        "name",
        "latencyMode",
        "type",
        "authorized",
        "recordingConfigurationArn",
        "insecureIngest",
        "preset",
        "playbackRestrictionPolicyArn",
        "multitrackInputConfiguration",
        "containerFormat",
        "adConfigurationArn",
    ];

    private static readonly (string Member, Func<EmulatorState, ResourceTable> Table)[] References =
    [
        ("recordingConfigurationArn", state => state.RecordingConfigurations),
        ("playbackRestrictionPolicyArn", state => state.PlaybackRestrictionPolicies),
        ("adConfigurationArn", state => state.AdConfigurations),
    ];

    /// <summary>Copies a channel and applies the members of the request to the copy.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ApiException">A referenced resource does not exist, or the combination of settings is not valid.</exception>
    public static JsonObject Apply(Call call, JsonObject channel)
    {
        var changed = channel.DeepClone().AsObject();
        foreach (var member in Members.Where(call.Has))
            changed[member] = call.Copy(member);
        foreach (var (member, table) in References)
        {
            if (changed.Text(member) is { Length: > 0 } arn)
                table(call.State).Get(arn);
        }
        var type = changed.Text("type");
        if (!type.StartsWith("ADVANCED", StringComparison.Ordinal))
        {
            if (call.Has("preset"))
                throw ApiException.Validation($"A channel of type {type} cannot have a preset.");
            changed["preset"] = string.Empty;
        }
        else if (changed.Text("preset").Length == 0)
        {
            changed["preset"] = "HIGHER_BANDWIDTH_DELIVERY";
        }
        if (changed.Text("adConfigurationArn").Length > 0 && changed.Text("containerFormat") == "FRAGMENTED_MP4")
            throw ApiException.Validation("A channel with an ad configuration cannot have the containerFormat FRAGMENTED_MP4.");
        CheckMultitrack(changed, type);
        return changed;
    }

    private static void CheckMultitrack(JsonObject channel, string type)
    {
        var multitrack = channel["multitrackInputConfiguration"]!.AsObject();
        if (multitrack["enabled"]?.GetValue<bool>() is not true)
        {
            multitrack["enabled"] = false;
            multitrack["maximumResolution"] ??= "FULL_HD";
            multitrack["policy"] ??= "ALLOW";
            return;
        }
        if (multitrack["policy"] is null || multitrack["maximumResolution"] is null)
            throw ApiException.Validation("multitrackInputConfiguration requires policy and maximumResolution when it is enabled.");
        if (type != "STANDARD")
            throw ApiException.Validation("Multitrack input requires a channel of type STANDARD.");
        if (channel.Text("containerFormat") != "FRAGMENTED_MP4")
            throw ApiException.Validation("Multitrack input requires the containerFormat FRAGMENTED_MP4.");
    }
}
