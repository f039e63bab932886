using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.Tags;

/// <summary>Adds and overwrites; 50 a resource.</summary>
internal static class TagResource
{
    private const int Limit = 50;

    public static JsonObject Handle(Call call)
    {
        var resource = call.State.Find(call.Text("resourceArn"));
        call.RequireOwnTags();
        var tags = resource["tags"]!.DeepClone().AsObject();
        foreach (var (key, value) in call.Input["tags"]!.AsObject())
            tags[key] = value!.DeepClone();
        if (tags.Count > Limit)
            throw ApiException.Validation($"A resource has at most {Limit} tags.");
        resource["tags"] = tags;
        return [];
    }
}
