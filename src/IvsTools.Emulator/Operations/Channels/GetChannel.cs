using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Channels;

internal static class GetChannel
{
    public static JsonObject Handle(Call call) => new() { ["channel"] = call.State.Channels.Get(call.Text("arn")).DeepClone() };
}
