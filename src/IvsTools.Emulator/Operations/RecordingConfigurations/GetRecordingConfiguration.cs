using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.RecordingConfigurations;

internal static class GetRecordingConfiguration
{
    public static JsonObject Handle(Call call)
    {
        var configuration = call.State.RecordingConfigurations.Get(call.Text("arn"));
        call.State.Settling.Look(call.Text("arn"));
        return new JsonObject { ["recordingConfiguration"] = configuration.DeepClone() };
    }
}
