using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IvsTools.Service;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>Compares the operation table and its types with the API data, in both directions.</summary>
public class ContractTests
{
    private static readonly Dictionary<string, object> Table = typeof(Service.Operations).GetFields(
        BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => field.GetValue(null)!);

    [Fact]
    public void The_table_contains_exactly_the_operations_of_the_API() =>
        Assert.Equal(ApiData.OperationNames.Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_entry_has_the_name_and_the_method_and_the_path_of_its_operation()
    {
        foreach (var (name, line) in Table)
        {
            var api = ApiData.Operation(name);
            Assert.Equal(name, Value(line, "Name"));
            Assert.Equal(api["method"]!.GetValue<string>(), Value(line, "Method"));
            Assert.Equal(api["uri"]!.GetValue<string>() == "/" + name, Value(line, "ResourceArn") is null);
            Assert.Equal(
                Members(api["request"]!.GetValue<string>()).Any(m => m.Value!["location"]?.GetValue<string>() == "querystring"),
                Value(line, "TagKeys") is not null);
            Assert.InRange((double)Value(line, "RequestsPerSecond")!, 1, 155);
        }
    }

    [Fact]
    public void Every_API_member_has_a_property_and_every_property_has_an_API_member()
    {
        var seen = new Dictionary<Type, HashSet<string>>();
        foreach (var (name, line) in Table)
        {
            var types = line.GetType().GetGenericArguments();
            Walk(types[0], ApiData.Operation(name)["request"]!.GetValue<string>(), seen);
            if (ApiData.Operation(name)["response"]?.GetValue<string>() is { } response && Members(response).Count > 0)
                Walk(types[1], response, seen);
            else
                Assert.Equal(typeof(EmptyResponse), types[1]);
        }
        foreach (var (type, members) in seen)
        {
            var extra = Properties(type).Keys.Except(members, StringComparer.Ordinal);
            Assert.True(!extra.Any(), $"{type.Name} has members that the API does not have: {string.Join(", ", extra)}");
        }
    }

    private static void Walk(Type type, string structure, Dictionary<Type, HashSet<string>> seen)
    {
        if (!seen.TryGetValue(type, out var members))
            seen[type] = members = new HashSet<string>(StringComparer.Ordinal);
        var properties = Properties(type);
        foreach (var (member, data) in Members(structure))
        {
            Assert.True(properties.TryGetValue(member, out var property), $"{type.Name} does not have a property for {structure}.{member}");
            if (members.Add(member) || IsStructure(data!["shape"]!.GetValue<string>()))
                Check(property.PropertyType, data!["shape"]!.GetValue<string>(), $"{structure}.{member}", seen);
        }
    }

    private static void Check(Type type, string shape, string at, Dictionary<Type, HashSet<string>> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ApiData.Structures.ContainsKey(shape))
        {
            // A summary and its complete structure share a type, because the only difference is that a summary has fewer members.
            var name = shape.EndsWith("Summary", StringComparison.Ordinal) ? shape[..^"Summary".Length] : shape;
            Assert.True(type.Name == Deliberate.TypeNames.GetValueOrDefault(name, name), $"{at} must be a {shape}, not a {type.Name}");
            if (!seen.TryGetValue(type, out var members) || !Members(shape).All(m => members.Contains(m.Key)))
                Walk(type, shape, seen);
            return;
        }
        var expected = ApiData.Shapes[shape]!["type"]!.GetValue<string>() switch
        {
            "string" => typeof(string),
            "boolean" => typeof(bool),
            "integer" => typeof(int),
            "long" => typeof(long),
            "timestamp" => typeof(DateTime),
            "map" => typeof(IReadOnlyDictionary<string, string>),
            "list" => typeof(IReadOnlyList<>),
            var other => throw new InvalidOperationException(other),
        };
        var isList = type.IsGenericType && type != typeof(IReadOnlyDictionary<string, string>);
        Assert.True((isList ? type.GetGenericTypeDefinition() : type) == expected, $"{at} must be a {expected.Name}, not a {type.Name}");
        if (expected == typeof(IReadOnlyList<>))
            Check(type.GetGenericArguments()[0], ApiData.Shapes[shape]!["member"]!.GetValue<string>(), at, seen);
    }

    private static bool IsStructure(string shape) => ApiData.Structures.ContainsKey(shape);

    private static JsonObject Members(string structure) => ApiData.Structures[structure]!.AsObject();

    private static Dictionary<string, PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            // In a request, a property with JsonIgnore is sent in the path or the query. In other types, it is not part of the API.
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null || type.Name.EndsWith("Request", StringComparison.Ordinal))
            .Where(p => type == typeof(StreamKey) ? p.Name is not ("MaskedValue" or "Name") : true)
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);

    private static object? Value(object line, string property) => line.GetType().GetProperty(property)!.GetValue(line);
}
