using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.Channels;

/// <summary>Summaries, by one filter at most.</summary>
internal static class ListChannels
{
    private static readonly (string Filter, string Member)[] Filters =
    [
        ("filterByName", "name"),
        ("filterByRecordingConfigurationArn", "recordingConfigurationArn"),
        ("filterByPlaybackRestrictionPolicyArn", "playbackRestrictionPolicyArn"),
        ("filterByAdConfigurationArn", "adConfigurationArn"),
    ];

    public static JsonObject Handle(Call call)
    {
        var given = Filters.Where(f => call.Has(f.Filter)).ToList();
        if (given.Count > 1)
            throw new ApiException("ConflictException", "Filters are mutually exclusive.");
        return Page.Of(
            call, "channels", call.State.Channels.All.Where(channel => given.All(f => channel[f.Member]!.GetValue<string>() == call.Text(f.Filter))),
            call.State.Channels.PlaceOf, 100, "arn", "name", "latencyMode", "authorized", "recordingConfigurationArn", "tags", "insecureIngest", "type", "preset",
            "playbackRestrictionPolicyArn", "adConfigurationArn");
    }
}
