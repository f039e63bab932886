using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>Validates a request against the API model. The messages have the format of the service.</summary>
internal static class Validation
{
    /// <exception cref="ApiException">ValidationException for the first invalid member.</exception>
    public static void Check(JsonObject request, string structure) => CheckStructure(request, structure, string.Empty);

    private static void CheckStructure(JsonObject value, string structure, string path)
    {
        foreach (var (name, member) in ApiModel.Instance.Structures[structure])
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (value[name] is { } node)
                CheckNode(node, member.Shape, at);
            else if (member.Required)
                throw Refuse(at, "Member must not be null");
        }
    }

    private static void CheckNode(JsonNode node, string shapeName, string path)
    {
        if (ApiModel.Instance.Structures.ContainsKey(shapeName))
        {
            CheckStructure(node as JsonObject ?? throw Refuse(path, "Member must be a structure"), shapeName, path);
            return;
        }
        var shape = ApiModel.Instance.Shapes[shapeName];
        switch (shape.Type)
        {
            case "string":
                CheckString(Kind(node) == JsonValueKind.String ? node.GetValue<string>() : throw Refuse(path, "Member must be a string"), shape, path);
                break;
            case "boolean":
                if (Kind(node) is not (JsonValueKind.True or JsonValueKind.False))
                    throw Refuse(path, "Member must be a boolean");
                break;
            case "integer" or "long" or "float" or "double":
                CheckNumber(node, shape, path);
                break;
            case "list":
                var list = node as JsonArray ?? throw Refuse(path, "Member must be a list");
                CheckCount(list.Count, shape, path);
                for (var i = 0; i < list.Count; i++)
                    CheckNode(list[i] ?? throw Refuse($"{path}.{i + 1}.member", "Member must not be null"), shape.Member!, $"{path}.{i + 1}.member");
                break;
            case "map":
                var map = node as JsonObject ?? throw Refuse(path, "Member must be a map");
                CheckCount(map.Count, shape, path);
                foreach (var (key, value) in map)
                {
                    CheckString(key, ApiModel.Instance.Shapes[shape.Key!], $"{path}.key");
                    CheckNode(value ?? throw Refuse($"{path}.value", "Member must not be null"), shape.Value!, $"{path}.value");
                }
                break;
        }
    }

    private static void CheckString(string text, ApiShape shape, string path)
    {
        var length = text.EnumerateRunes().Count();
        if (length < shape.Min)
            throw Refuse(path, $"Member must have length greater than or equal to {shape.Min}");
        if (length > shape.Max)
            throw Refuse(path, $"Member must have length less than or equal to {shape.Max}");
        if (shape.Values is not null && !shape.Values.Contains(text))
            throw Refuse(path, $"Member must satisfy enum value set: [{string.Join(", ", shape.Values)}]");
        if (shape.Pattern is not null && !shape.Pattern.IsMatch(CodePoints.InBasicPlane(text)))
            throw Refuse(path, "Member must satisfy regular expression pattern");
    }

    private static void CheckNumber(JsonNode node, ApiShape shape, string path)
    {
        // 5.0 is a number in JSON, but not an integer.
        if (Kind(node) != JsonValueKind.Number || !node.AsValue().TryGetValue<double>(out var number)
            || (shape.Type is "integer" or "long" && !node.AsValue().TryGetValue<long>(out _)))
        {
            throw Refuse(path, $"Member must be of type {shape.Type}");
        }
        if (number < shape.Min)
            throw Refuse(path, $"Member must have value greater than or equal to {shape.Min}");
        if (number > shape.Max)
            throw Refuse(path, $"Member must have value less than or equal to {shape.Max}");
    }

    private static void CheckCount(int count, ApiShape shape, string path)
    {
        if (count < shape.Min)
            throw Refuse(path, $"Member must have length greater than or equal to {shape.Min}");
        if (count > shape.Max)
            throw Refuse(path, $"Member must have length less than or equal to {shape.Max}");
    }

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind();

    private static ApiException Refuse(string path, string constraint) =>
        ApiException.Validation($"1 validation error detected: Value at '{path}' failed to satisfy constraint: {constraint}");
}
