using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Tags;

internal static class ListTagsForResource
{
    public static JsonObject Handle(Call call) => new() { ["tags"] = call.State.Find(call.Text("resourceArn"))["tags"]!.DeepClone() };
}
