using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>Compares a value with its shape in the API data.</summary>
public static class Fit
{
    /// <summary>Returns the differences with their paths: unknown members, missing required members, and wrong types.</summary>
    public static IEnumerable<string> Faults(JsonNode? value, string shape, string path = "")
    {
        if (ApiData.Structures[shape] is JsonObject members)
        {
            if (value is not JsonObject structure)
                return [$"{path} is not a structure"];
            return structure.Where(member => !members.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key} is not in the API")
                .Concat(members
                    .Where(member => member.Value!["required"] is not null && structure[member.Key] is null)
                    .Select(member => $"{path}.{member.Key} is missing"))
                .Concat(
                    structure.Where(member => members.ContainsKey(member.Key)).SelectMany(
                        member => Faults(member.Value, members[member.Key]!["shape"]!.GetValue<string>(), $"{path}.{member.Key}")));
        }
        var data = ApiData.Shapes[shape]!;
        return (data["type"]!.GetValue<string>(), value) switch
        {
            ("list", JsonArray items) => items.SelectMany(item => Faults(item, data["member"]!.GetValue<string>(), $"{path}[]")),
            ("map", JsonObject map) => map.SelectMany(item => Faults(item.Value, data["value"]!.GetValue<string>(), $"{path}.{item.Key}")),
            ("string" or "timestamp", JsonValue text) when text.GetValueKind() == JsonValueKind.String => [],
            ("boolean", JsonValue flag) when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
            ("integer" or "long", JsonValue number) when number.GetValueKind() == JsonValueKind.Number
                && !number.ToJsonString().Contains('.', StringComparison.Ordinal) =>
                [],
            _ => [$"{path} is not a {data["type"]}"],
        };
    }
}
