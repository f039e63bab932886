using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IvsTools.Service;

/// <summary>Reads an answer and refuses one that Amazon IVS does not give: a success is believed for what it says, not for its status.</summary>
internal static class ResponseReader
{
    /// <exception cref="JsonException">The body is not JSON, lacks a member of the operation's response, or has a resource without an ARN.</exception>
    public static TResponse Read<TResponse>(ReadOnlySpan<byte> body, JsonTypeInfo<TResponse> shape, IReadOnlyCollection<string> optional)
        where TResponse : class
    {
        // 204 and nothing, or an empty object. A proxy's page in place of it would mean that nothing was done.
        if (typeof(TResponse) == typeof(EmptyResponse) && body.IsEmpty)
            return (TResponse)(object)new EmptyResponse();
        RequireNoNullInLists(body);
        var response = JsonSerializer.Deserialize(body, shape) ?? throw new JsonException("The answer is null.");
        foreach (var member in shape.Properties)
        {
            var value = member.Get!(response);
            if (value is null && !optional.Contains(member.Name))
                throw new JsonException($"The answer lacks {member.Name}.");
            RequireArns(value, member.Name);
        }
        return response;
    }

    private static void RequireNoNullInLists(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var isList = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                isList.Push(reader.TokenType is JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                isList.Pop();
            else if (reader.TokenType is JsonTokenType.Null && isList.TryPeek(out var inList) && inList)
                throw new JsonException("The answer has a list with null in it.");
        }
    }

    private static void RequireArns(object? value, string member)
    {
        var resources = value is IEnumerable many ? many.OfType<IvsResource>() : value is IvsResource one ? [one] : [];
        if (resources.Any(resource => string.IsNullOrEmpty(resource.Arn)))
            throw new JsonException($"The answer has no ARN in {member}.");
    }
}
