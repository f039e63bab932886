using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IvsTools.Service;

/// <summary>The API model with its operations, structures, shapes and errors.</summary>
internal sealed class ApiModel
{
    public static readonly ApiModel Instance = Load();

    private ApiModel(
        IReadOnlyDictionary<string, ApiOperation> operations,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApiMember>> structures,
        IReadOnlyDictionary<string, ApiShape> shapes,
        IReadOnlyDictionary<string, int> errors)
    {
        Operations = operations;
        Structures = structures;
        Shapes = shapes;
        Errors = errors;
    }

    public IReadOnlyDictionary<string, ApiOperation> Operations { get; }
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApiMember>> Structures { get; }
    public IReadOnlyDictionary<string, ApiShape> Shapes { get; }
    public IReadOnlyDictionary<string, int> Errors { get; }

    /// <summary>Returns the shape of a record's member, or null if the API does not have the member.</summary>
    public ApiShape? ShapeOf(Type record, string member) =>
        MemberOf(record, member) is { } found ? Shapes.GetValueOrDefault(found.Shape) : null;

    /// <summary>Returns true if the API requires the member of the record.</summary>
    public bool IsRequired(Type record, string member) => MemberOf(record, member) is { Required: true };

    private ApiMember? MemberOf(Type record, string member) =>
        Structures.GetValueOrDefault(record.Name)?.GetValueOrDefault(JsonNamingPolicy.CamelCase.ConvertName(member));

    private static ApiModel Load()
    {
        using var stream = typeof(ApiModel).Assembly.GetManifestResourceStream("ivs-api.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        return new ApiModel(
            Map(root, "operations", o => new ApiOperation(
                o.Name, o.Value.GetProperty("method").GetString()!,
                o.Value.GetProperty("status").GetInt32(), o.Value.GetProperty("request").GetString()!)),
            Map(root, "structures", s => (IReadOnlyDictionary<string, ApiMember>)s.Value.EnumerateObject().ToFrozenDictionary(
                m => m.Name,
                m => new ApiMember(m.Value.GetProperty("shape").GetString()!, m.Value.TryGetProperty("required", out _)))),
            Map(root, "shapes", s => Shape(s.Name, s.Value)),
            Map(root, "errors", e => e.Value.GetInt32()));
    }

    private static ApiShape Shape(string name, JsonElement shape) => new(
        shape.GetProperty("type").GetString()!,
        Number(shape, "min"),
        Number(shape, "max"),
        shape.TryGetProperty("pattern", out var pattern) ? Pattern(name, pattern.GetString()!) : null,
        shape.TryGetProperty("enum", out var values) ? values.EnumerateArray().Select(v => v.GetString()!).ToArray() : null,
        Text(shape, "member"),
        Text(shape, "key"),
        Text(shape, "value"));

    // The published pattern of ResourceArn does not match any real ARN, so it is replaced.
    private static Regex? Pattern(string name, string pattern)
    {
        if (name == "ResourceArn")
            pattern = "arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+";
        pattern = pattern.Replace("^", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        return new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
    }

    private static long? Number(JsonElement shape, string name) => shape.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    private static string? Text(JsonElement shape, string name) => shape.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static FrozenDictionary<string, T> Map<T>(JsonElement root, string name, Func<JsonProperty, T> read) =>
        root.GetProperty(name).EnumerateObject().ToFrozenDictionary(p => p.Name, read);
}
