using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for tags.</summary>
internal static class Tags
{
    private const int Limit = 50;

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(ListTagsForResource)] = ListTagsForResource,
        [nameof(TagResource)] = TagResource,
        [nameof(UntagResource)] = UntagResource,
    };

    private static JsonObject ListTagsForResource(Call call) =>
        new() { ["tags"] = call.State.Find(call.Text("resourceArn"))["tags"]!.DeepClone() };

    /// <summary>Adds or replaces tags. A resource can have at most 50 tags.</summary>
    private static JsonObject TagResource(Call call)
    {
        var resource = call.State.Find(call.Text("resourceArn"));
        call.RequireOwnTags();
        var tags = resource["tags"]!.DeepClone().AsObject();
        foreach (var (key, value) in call.Input["tags"]!.AsObject())
            tags[key] = value!.DeepClone();
        if (tags.Count > Limit)
            throw ApiException.Validation($"A resource can have at most {Limit} tags.");
        resource["tags"] = tags;
        return [];
    }

    private static JsonObject UntagResource(Call call)
    {
        var tags = call.State.Find(call.Text("resourceArn"))["tags"]!.AsObject();
        foreach (var key in call.Texts("tagKeys"))
            tags.Remove(key);
        return [];
    }
}
