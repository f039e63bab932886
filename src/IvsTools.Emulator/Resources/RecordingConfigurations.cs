using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for recording configurations.</summary>
/// <remarks>The state of a new configuration is CREATING, and changes to ACTIVE or CREATE_FAILED when it is read.</remarks>
internal static class RecordingConfigurations
{
    private const int Limit = 20;

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(CreateRecordingConfiguration)] = CreateRecordingConfiguration,
        [nameof(GetRecordingConfiguration)] = GetRecordingConfiguration,
        [nameof(ListRecordingConfigurations)] = ListRecordingConfigurations,
        ["DeleteRecordingConfiguration"] = Resource.Delete(s => s.RecordingConfigurations, "recordingConfigurationArn"),
    };

    private static JsonObject CreateRecordingConfiguration(Call call)
    {
        call.RequireCreation();
        if (call.Input["destinationConfiguration"]!["s3"] is null)
            throw ApiException.Validation("Value at 'destinationConfiguration.s3' failed to satisfy constraint: Member must not be null");
        var renditions = call.Copy("renditionConfiguration")?.AsObject() ?? [];
        renditions["renditionSelection"] ??= "ALL";
        if (renditions.Text("renditionSelection") == "CUSTOM" && renditions["renditions"] is not JsonArray { Count: > 0 })
            throw ApiException.Validation("renditionConfiguration requires renditions when renditionSelection is CUSTOM.");
        var thumbnails = call.Copy("thumbnailConfiguration")?.AsObject() ?? [];
        thumbnails["recordingMode"] ??= "INTERVAL";
        if (thumbnails.Text("recordingMode") == "INTERVAL")
        {
            thumbnails["targetIntervalSeconds"] ??= 60;
            thumbnails["storage"] ??= new JsonArray("SEQUENTIAL");
        }
        else if (thumbnails["targetIntervalSeconds"] is not null)
        {
            throw ApiException.Validation("thumbnailConfiguration allows targetIntervalSeconds only when recordingMode is INTERVAL.");
        }
        Resource.RequireRoom(call.State.RecordingConfigurations, Limit, "Recording configuration");
        var arn = call.State.NewArn("recording-configuration");
        var configuration = new JsonObject
        {
            ["arn"] = arn,
            ["name"] = call.Text("name"),
            ["destinationConfiguration"] = call.Copy("destinationConfiguration"),
            ["state"] = "CREATING",
            ["tags"] = call.Tags,
            ["thumbnailConfiguration"] = thumbnails,
            ["recordingReconnectWindowSeconds"] = call.Copy("recordingReconnectWindowSeconds") ?? 0,
            ["renditionConfiguration"] = renditions,
        };
        call.State.RecordingConfigurations.Add(configuration);
        var outcome = call.Faults.FailRecordingConfigurations ? "CREATE_FAILED" : "ACTIVE";
        call.State.DelayedTransitions.Begin(arn, call.Faults.ReadsUntilSettled, outcome);
        return new JsonObject { ["recordingConfiguration"] = configuration.DeepClone() };
    }

    private static JsonObject GetRecordingConfiguration(Call call)
    {
        var configuration = call.State.RecordingConfigurations.Get(call.Text("arn"));
        call.State.DelayedTransitions.CountRead(call.Text("arn"));
        return new JsonObject { ["recordingConfiguration"] = configuration.DeepClone() };
    }

    /// <summary>Lists summaries with the current states.</summary>
    private static JsonObject ListRecordingConfigurations(Call call)
    {
        call.State.DelayedTransitions.CountReads(call.State.RecordingConfigurations.All.Select(ResourceTable.ArnOf));
        return ListPage.Of(
            call, "recordingConfigurations", call.State.RecordingConfigurations.All, call.State.RecordingConfigurations.PlaceOf,
            Limit, "arn", "name", "destinationConfiguration", "state", "tags");
    }
}
