using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for playback restriction policies.</summary>
internal static class PlaybackRestrictionPolicies
{
    private const int Limit = 3;
    private static readonly string[] Members = ["allowedCountries", "allowedOrigins", "enableStrictOriginEnforcement", "name"];

    private static readonly string[] SummaryMembers =
        ["arn", "allowedCountries", "allowedOrigins", "enableStrictOriginEnforcement", "name", "tags"];

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(CreatePlaybackRestrictionPolicy)] = CreatePlaybackRestrictionPolicy,
        ["UpdatePlaybackRestrictionPolicy"] = Resource.Update("playbackRestrictionPolicy", s => s.PlaybackRestrictionPolicies, Members),
        ["GetPlaybackRestrictionPolicy"] = Resource.Get("playbackRestrictionPolicy", s => s.PlaybackRestrictionPolicies),
        ["DeletePlaybackRestrictionPolicy"] = Resource.Delete(s => s.PlaybackRestrictionPolicies, "playbackRestrictionPolicyArn"),
        ["ListPlaybackRestrictionPolicies"] = Resource.List(
            "playbackRestrictionPolicies", s => s.PlaybackRestrictionPolicies, 1, SummaryMembers),
    };

    private static JsonObject CreatePlaybackRestrictionPolicy(Call call)
    {
        call.RequireCreation();
        Resource.RequireRoom(call.State.PlaybackRestrictionPolicies, Limit, "Playback restriction policy");
        var policy = new JsonObject
        {
            ["arn"] = call.State.NewArn("playback-restriction-policy"),
            ["allowedCountries"] = call.Copy("allowedCountries") ?? new JsonArray(),
            ["allowedOrigins"] = call.Copy("allowedOrigins") ?? new JsonArray(),
            ["enableStrictOriginEnforcement"] = call.Copy("enableStrictOriginEnforcement") ?? false,
            ["name"] = call.Text("name"),
            ["tags"] = call.Tags,
        };
        call.State.PlaybackRestrictionPolicies.Add(policy);
        return new JsonObject { ["playbackRestrictionPolicy"] = policy.DeepClone() };
    }
}
