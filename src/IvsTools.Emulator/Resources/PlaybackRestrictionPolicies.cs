using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Tokens;

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
        [nameof(UpdatePlaybackRestrictionPolicy)] = UpdatePlaybackRestrictionPolicy,
        ["GetPlaybackRestrictionPolicy"] = Resource.Get("playbackRestrictionPolicy", s => s.PlaybackRestrictionPolicies),
        ["DeletePlaybackRestrictionPolicy"] = Resource.Delete(s => s.PlaybackRestrictionPolicies, "playbackRestrictionPolicyArn"),
        ["ListPlaybackRestrictionPolicies"] = Resource.List(
            "playbackRestrictionPolicies", s => s.PlaybackRestrictionPolicies, 1, SummaryMembers),
    };

    private static readonly Func<Call, JsonObject> Update =
        Resource.Update("playbackRestrictionPolicy", s => s.PlaybackRestrictionPolicies, Members);

    private static JsonObject UpdatePlaybackRestrictionPolicy(Call call)
    {
        RequireValidLists(call);
        return Update(call);
    }

    private static void RequireValidLists(Call call)
    {
        Require("allowedCountries", CountryCodes.All.Contains, "be an officially assigned ISO 3166-1 alpha-2 code");
        Require("allowedOrigins", ViewerTokenRules.IsOrigin, "be a valid value of the Origin header");

        void Require(string member, Func<string, bool> isValid, string constraint)
        {
            if (call.Has(member) && call.Texts(member).FirstOrDefault(text => !isValid(text)) is { } invalid)
                throw ApiException.Validation($"Value '{invalid}' at '{member}' failed to satisfy constraint: Member must {constraint}");
        }
    }

    private static JsonObject CreatePlaybackRestrictionPolicy(Call call)
    {
        RequireValidLists(call);
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
