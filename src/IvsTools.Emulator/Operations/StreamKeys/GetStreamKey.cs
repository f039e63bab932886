using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.StreamKeys;

internal static class GetStreamKey
{
    public static JsonObject Handle(Call call) => new() { ["streamKey"] = call.State.StreamKeys.Get(call.Text("arn")).DeepClone() };
}
