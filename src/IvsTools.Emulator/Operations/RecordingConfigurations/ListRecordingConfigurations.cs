using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.RecordingConfigurations;

/// <summary>Summaries, each in the state that it has come to.</summary>
internal static class ListRecordingConfigurations
{
    public static JsonObject Handle(Call call)
    {
        call.State.Settling.LookAtAll();
        return Page.Of(
            call, "recordingConfigurations", call.State.RecordingConfigurations.All, call.State.RecordingConfigurations.PlaceOf,
            CreateRecordingConfiguration.Limit, "arn", "name", "destinationConfiguration", "state", "tags");
    }
}
