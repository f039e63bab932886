using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackRestrictionPolicies;

internal static class CreatePlaybackRestrictionPolicy
{
    public static JsonObject Handle(Call call)
    {
        call.RequireCreation();
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
