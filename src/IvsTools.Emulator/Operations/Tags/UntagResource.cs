using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Tags;

internal static class UntagResource
{
    public static JsonObject Handle(Call call)
    {
        var tags = call.State.Find(call.Text("resourceArn"))["tags"]!.AsObject();
        foreach (var key in call.Texts("tagKeys"))
            tags.Remove(key);
        return [];
    }
}
