using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.PlaybackRestrictionPolicies;

internal static class UpdatePlaybackRestrictionPolicy
{
    private static readonly string[] Members = ["allowedCountries", "allowedOrigins", "enableStrictOriginEnforcement", "name"];

    public static JsonObject Handle(Call call)
    {
        var policy = call.State.PlaybackRestrictionPolicies.Get(call.Text("arn"));
        foreach (var member in Members.Where(call.Has))
            policy[member] = call.Copy(member);
        return new JsonObject { ["playbackRestrictionPolicy"] = policy.DeepClone() };
    }
}
