using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for ad configurations and ad breaks.</summary>
internal static class AdConfigurations
{
    private const int Limit = 20;

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(CreateAdConfiguration)] = CreateAdConfiguration,
        ["UpdateAdConfiguration"] = Resource.Update(
            "adConfiguration", s => s.AdConfigurations, "name", "mediaTailorPlaybackConfigurations", "postRollConfiguration"),
        [nameof(InsertAdBreak)] = InsertAdBreak,
        ["GetAdConfiguration"] = Resource.Get("adConfiguration", s => s.AdConfigurations),
        ["DeleteAdConfiguration"] = Resource.Delete(s => s.AdConfigurations, "adConfigurationArn"),
        ["ListAdConfigurations"] = Resource.List(
            "adConfigurations", s => s.AdConfigurations, Limit,
            "arn", "name", "mediaTailorPlaybackConfigurations", "postRollConfiguration", "tags"),
    };

    private static JsonObject CreateAdConfiguration(Call call)
    {
        call.RequireCreation();
        Resource.RequireRoom(call.State.AdConfigurations, Limit, "Ad configuration");
        var configuration = new JsonObject
        {
            ["arn"] = call.State.NewArn("ad-configuration"),
            ["name"] = call.Text("name"),
            ["mediaTailorPlaybackConfigurations"] = call.Copy("mediaTailorPlaybackConfigurations"),
            ["postRollConfiguration"] = call.Copy("postRollConfiguration")
                ?? new JsonObject { ["durationSeconds"] = 15, ["enabled"] = false },
            ["tags"] = call.Tags,
        };
        call.State.AdConfigurations.Add(configuration);
        return new JsonObject { ["adConfiguration"] = configuration.DeepClone() };
    }

    /// <summary>Starts an ad break on a live channel that has an ad configuration.</summary>
    private static JsonObject InsertAdBreak(Call call)
    {
        var live = Streams.Live(call);
        if (call.State.Channels.Get(call.Text("channelArn")).Text("adConfigurationArn").Length == 0)
            throw new ApiException(ApiErrorCode.ConflictException, "The channel has no ad configuration.");
        if (!live.TryBeginAdBreak(TimeSpan.FromSeconds(call.Input["durationSeconds"]!.GetValue<int>())))
            throw new ApiException(ApiErrorCode.ConflictException, "An ad break is in progress.");
        return new JsonObject { ["adBreakId"] = call.State.Names.Next(12) };
    }
}
