using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>Validates a request against the API model. The error messages have the format of the service's messages.</summary>
internal static class Validation
{
    /// <exception cref="ApiException">The request has an invalid member.</exception>
    public static void Check(JsonObject request, string structure) => CheckStructure(request, structure, string.Empty);

    private static void CheckStructure(JsonObject value, string structure, string path)
    {
        foreach (var (name, member) in ApiModel.Instance.Structures[structure])
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (value[name] is { } node)
                CheckNode(node, member.Shape, at);
            else if (member.Required)
                throw Reject(at, "Member must not be null");
        }
    }

    private static void CheckNode(JsonNode node, string shapeName, string path)
    {
        if (ApiModel.Instance.Structures.ContainsKey(shapeName))
        {
            CheckStructure(node as JsonObject ?? throw Reject(path, "Member must be a structure"), shapeName, path);
            return;
        }
        var shape = ApiModel.Instance.Shapes[shapeName];
        switch (shape.Type)
        {
            case "string":
                CheckLimits(Text(node, path), shape, path);
                break;
            case "boolean":
                if (Kind(node) is not (JsonValueKind.True or JsonValueKind.False))
                    throw Reject(path, "Member must be a boolean");
                break;
            case "integer" or "long" or "float" or "double":
                CheckLimits(Number(node, shape, path), shape, path);
                break;
            case "list":
                var list = node as JsonArray ?? throw Reject(path, "Member must be a list");
                CheckLimits(list.Count, shape, path);
                for (var i = 0; i < list.Count; i++)
                {
                    CheckNode(
                        list[i] ?? throw Reject($"{path}.{i + 1}.member", "Member must not be null"),
                        shape.Member!,
                        $"{path}.{i + 1}.member");
                }
                break;
            case "map":
                var map = node as JsonObject ?? throw Reject(path, "Member must be a map");
                CheckLimits(map.Count, shape, path);
                foreach (var (key, value) in map)
                {
                    CheckLimits(key, ApiModel.Instance.Shapes[shape.Key!], $"{path}.key");
                    CheckNode(value ?? throw Reject($"{path}.value", "Member must not be null"), shape.Value!, $"{path}.value");
                }
                break;
        }
    }

    private static string Text(JsonNode node, string path) =>
        Kind(node) == JsonValueKind.String ? node.GetValue<string>() : throw Reject(path, "Member must be a string");

    private static double Number(JsonNode node, ApiShape shape, string path) =>
        // 5.0 is a number in JSON, but not an integer.
        Kind(node) == JsonValueKind.Number
        && node.AsValue().TryGetValue<double>(out var number)
        && (shape.Type != "integer" || node.AsValue().TryGetValue<int>(out _))
        && (shape.Type != "long" || node.AsValue().TryGetValue<long>(out _))
            ? number
            : throw Reject(path, $"Member must be of type {shape.Type}");

    private static void CheckLimits(object value, ApiShape shape, string path)
    {
        if (shape.RuleBrokenBy(value) is { } rule)
            throw Reject(path, $"Member {rule}");
    }

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind();

    private static ApiException Reject(string path, string constraint) =>
        ApiException.Validation($"1 validation error detected: Value at '{path}' failed to satisfy constraint: {constraint}");
}
