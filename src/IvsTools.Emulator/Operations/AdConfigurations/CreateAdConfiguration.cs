using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.AdConfigurations;

internal static class CreateAdConfiguration
{
    public const int Limit = 20;

    public static JsonObject Handle(Call call)
    {
        call.RequireCreation();
        Resource.RequireRoom(call.State.AdConfigurations, Limit, "Ad configuration");
        var configuration = new JsonObject
        {
            ["arn"] = call.State.NewArn("ad-configuration"),
            ["name"] = call.Text("name"),
            ["mediaTailorPlaybackConfigurations"] = call.Copy("mediaTailorPlaybackConfigurations"),
            ["tags"] = call.Tags,
        };
        call.State.AdConfigurations.Add(configuration);
        return new JsonObject { ["adConfiguration"] = configuration.DeepClone() };
    }
}
