using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>Finds and checks the members that a response requires. Lists and maps must not contain null.</summary>
/// <remarks>A member is required if its .NET type is not nullable. A test compares these members with the API model.</remarks>
internal static class ResponseContract
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> Known = new();

    /// <summary>Returns the serialized members of a type.</summary>
    public static IReadOnlyList<Member> MembersOf(Type type) => Known.GetOrAdd(type, Read);

    /// <summary>Returns the item type of a list or a map, or null for any other type.</summary>
    public static Type? EntryOf(Type type) => !type.IsGenericType ? null
        : type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1]
        : null;

    /// <summary>Returns true for the response types of this project, and false for text, numbers and times.</summary>
    public static bool IsStructure(Type type) => type.IsClass && type.Assembly == typeof(ResponseContract).Assembly;

    /// <exception cref="JsonException">A required member is missing or null.</exception>
    public static void Check(JsonElement value, Type type)
    {
        if (EntryOf(type) is { } entry)
        {
            foreach (var item in Entries(value))
                Check(item.ValueKind == JsonValueKind.Null ? throw new JsonException("A list or map contains null.") : item, entry);
        }
        else if (IsStructure(type))
        {
            if (value.ValueKind != JsonValueKind.Object)
                throw new JsonException("A value that must be an object has another JSON type.");
            foreach (var member in MembersOf(type))
            {
                if (value.TryGetProperty(member.Name, out var found) && found.ValueKind != JsonValueKind.Null)
                    Check(found, member.Type);
                else if (member.IsRequired)
                    throw new JsonException($"The {member.Name} member is missing.");
            }
        }
    }

    private static IEnumerable<JsonElement> Entries(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => value.EnumerateObject().Select(property => property.Value),
        _ => throw new JsonException("A value that must be a list or a map has another JSON type."),
    };

    private static List<Member> Read(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && type.GetConstructors()
                .Any(made => made.GetParameters().Any(parameter => parameter.Name == property.Name)))
            .Select(property => new Member(
                JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property.PropertyType,
                nullability.Create(property).ReadState == NullabilityState.NotNull))];
    }

    internal sealed record Member(string Name, Type Type, bool IsRequired);
}
