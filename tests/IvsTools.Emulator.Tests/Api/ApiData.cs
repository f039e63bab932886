using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>The API data, read independently of the emulator.</summary>
public static class ApiData
{
    private static readonly JsonObject Root = Load();

    public static JsonObject Operations => Root["operations"]!.AsObject();

    public static JsonObject Structures => Root["structures"]!.AsObject();

    public static JsonObject Shapes => Root["shapes"]!.AsObject();

    public static JsonObject Errors => Root["errors"]!.AsObject();

    public static IEnumerable<string> OperationNames => Operations.Select(o => o.Key);

    public static JsonObject Operation(string name) => Operations[name]!.AsObject();

    /// <summary>
    /// Returns the anchored pattern of a shape, or null. If the emulator deliberately does not use the pattern of the API data, returns
    /// the pattern of the emulator.
    /// </summary>
    public static Regex? PatternOf(string shape)
    {
        if (Shapes[shape]!["pattern"]?.GetValue<string>() is not { } pattern)
            return null;
        pattern = Deliberate.Patterns.GetValueOrDefault(shape, pattern);
        // In .NET, $ also matches before a final line feed, but in the API model, it matches only at the end.
        return new Regex($"\\A(?:{pattern.Replace("$", "\\z", StringComparison.Ordinal)})\\z", RegexOptions.CultureInvariant);
    }

    private static JsonObject Load()
    {
        using var stream = typeof(IvsTools.Service.Operations).Assembly.GetManifestResourceStream("ivs-api.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
