using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>
/// Values at and around every limit of a shape. A variant with a BadPath must be rejected with an error that contains the path.
/// </summary>
public sealed record Variant(JsonNode? Value, string? BadPath)
{
    private static readonly string[] Beginnings =
    [
        "", "st-", "arn:aws:ivs:us-west-2:123456789012:channel/", "arn:aws:ivs:us-west-2:123456789012:stream-key/",
        "arn:aws:ivs:us-west-2:123456789012:playback-key/", "arn:aws:ivs:us-west-2:123456789012:ad-configuration/",
        "arn:aws:ivs:us-west-2:123456789012:playback-restriction-policy/", "arn:aws:ivs:us-west-2:123456789012:recording-configuration/",
        "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/",
    ];

    /// <summary>Returns a valid value.</summary>
    public static JsonNode Sample(string shape)
    {
        if (ApiData.Structures[shape] is JsonObject members)
        {
            return new JsonObject(
                members.Where(m => m.Value!["required"] is not null).Select(
                    m => KeyValuePair.Create(m.Key, (JsonNode?)Sample(m.Value!["shape"]!.GetValue<string>()))));
        }
        var data = ApiData.Shapes[shape]!;
        return data["type"]!.GetValue<string>() switch
        {
            "string" =>
                data["enum"]?[0]!.DeepClone()
                    ?? Text(shape, (int)Math.Max(Number(shape, "min") ?? 1, Math.Min(70, Number(shape, "max") ?? 70)))!,
            "boolean" => true,
            "integer" or "long" => Number(shape, "min") ?? 0,
            "list" => new JsonArray(Sample(data["member"]!.GetValue<string>())),
            _ => new JsonObject { ["key"] = "value" },
        };
    }

    public static IEnumerable<Variant> Of(string shape, string path) =>
        ApiData.Structures.ContainsKey(shape) ? Structure(shape, path)
        : ApiData.Shapes[shape]!["type"]!.GetValue<string>() switch
        {
            "string" => Strings(shape, path),
            "boolean" => [new(true, null), new(false, null), new("true", path), new(1, path)],
            "integer" or "long" => Numbers(shape, path),
            "list" => Lists(shape, path),
            "map" => Maps(shape, path),
            _ => [],
        };

    private static IEnumerable<Variant> Structure(string structure, string path)
    {
        foreach (var (member, data) in ApiData.Structures[structure]!.AsObject())
        {
            var at = path.Length == 0 ? member : $"{path}.{member}";
            var absent = new Variant(null, data!["required"] is null ? null : at);
            foreach (var variant in Of(data["shape"]!.GetValue<string>(), at).Append(absent))
            {
                var value = Sample(structure).AsObject();
                value[member] = variant.Value?.DeepClone();
                yield return variant with { Value = value };
            }
        }
        if (path.Length > 0)
            yield return new("text", path);
    }

    private static IEnumerable<Variant> Strings(string shape, string path)
    {
        var values = new List<string?> { Sample(shape).GetValue<string>() };
        values.AddRange(
            Edges(shape).SelectMany(
                length => new[] { Text(shape, length), new string('é', length), string.Concat(Enumerable.Repeat("😀", length)) }));
        values.AddRange(values.ToList().SelectMany(v => new[] { v + "\n", " " + v, v?.ToUpperInvariant(), v + "/", v + "_" }));
        if (ApiData.Shapes[shape]!["enum"] is JsonArray known)
        {
            values.AddRange(
                known.SelectMany(v => new[] { v!.GetValue<string>(), v.GetValue<string>().ToLowerInvariant() }).Append("NONE_SUCH"));
        }
        foreach (var value in values.OfType<string>().Distinct())
            yield return new(value, Fits(shape, value) ? null : path);
        yield return new(1, path);
        yield return new(new JsonObject(), path);
    }

    private static IEnumerable<Variant> Numbers(string shape, string path)
    {
        foreach (var number in Edges(shape, floor: long.MinValue).Append(0))
        {
            yield return new(
                (JsonNode)number,
                number < (Number(shape, "min") ?? long.MinValue) || number > (Number(shape, "max") ?? long.MaxValue) ? path : null);
        }
        yield return new(1.5, path);
        yield return new("1", path);
    }

    private static IEnumerable<Variant> Lists(string shape, string path)
    {
        var member = ApiData.Shapes[shape]!["member"]!.GetValue<string>();
        foreach (var count in Edges(shape).Append(1).Distinct())
        {
            yield return new(
                new JsonArray([.. Enumerable.Range(0, count).Select(_ => Sample(member))]), Within(shape, count) ? null : path);
        }
        foreach (var variant in Of(member, $"{path}.1.member"))
            yield return variant with { Value = new JsonArray(variant.Value?.DeepClone()) };
        yield return new("text", path);
    }

    private static IEnumerable<Variant> Maps(string shape, string path)
    {
        var data = ApiData.Shapes[shape]!;
        foreach (var count in Edges(shape))
        {
            yield return new(
                new JsonObject(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v"))),
                Within(shape, count) ? null : path);
        }
        var keys = Strings(data["key"]!.GetValue<string>(), $"{path}.key");
        foreach (var key in keys.Where(v => v.Value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String))
            yield return key with { Value = new JsonObject { [key.Value!.GetValue<string>()] = "v" } };
        foreach (var value in Strings(data["value"]!.GetValue<string>(), $"{path}.value"))
            yield return value with { Value = new JsonObject { ["k"] = value.Value?.DeepClone() } };
        yield return new("text", path);
    }

    /// <summary>Returns the minimum, the maximum, and the values just outside them.</summary>
    private static IEnumerable<int> Edges(string shape, long floor = 0) =>
        new[] { Number(shape, "min") - 1, Number(shape, "min"), Number(shape, "max"), Number(shape, "max") + 1 }
            .OfType<long>().Where(n => n >= floor).Select(n => (int)n).Distinct();

    private static string? Text(string shape, int length) =>
        Beginnings.Where(b => b.Length <= length).Select(b => b + new string('a', length - b.Length))
            .OrderByDescending(text => ApiData.PatternOf(shape)?.IsMatch(text) ?? true).FirstOrDefault();

    private static bool Fits(string shape, string value) =>
        Within(shape, value.EnumerateRunes().Count())
        && (ApiData.PatternOf(shape)?.IsMatch(value) ?? true)
        && (ApiData.Shapes[shape]!["enum"] is not JsonArray known || known.Any(v => v!.GetValue<string>() == value));

    private static bool Within(string shape, long number) => !(number < Number(shape, "min")) && !(number > Number(shape, "max"));

    private static long? Number(string shape, string name) => ApiData.Shapes[shape]![name]?.GetValue<long>();
}
