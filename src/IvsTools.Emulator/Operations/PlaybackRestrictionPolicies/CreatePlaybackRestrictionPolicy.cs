using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackRestrictionPolicies;

internal static class CreatePlaybackRestrictionPolicy
{
    private const int Limit = 3;

    public static JsonObject Handle(Call call)
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
