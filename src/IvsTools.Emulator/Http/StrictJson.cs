using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Http;

/// <summary>Reads a JSON body. Duplicate members and invalid Unicode are rejected.</summary>
internal static class StrictJson
{
    /// <exception cref="ApiException">The body is not a valid JSON object.</exception>
    public static JsonObject ReadObject(byte[] body)
    {
        if (body.Length == 0)
            return [];
        try
        {
            CheckText(body);
            return JsonNode.Parse(body) as JsonObject ?? throw ApiException.Validation("The body is not a JSON object.");
        }
        // The reader throws an InvalidOperationException if a string is not valid Unicode.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ApiException.Validation("The body is not valid JSON.");
        }
    }

    // JsonNode decodes names and strings only when they are read, so without this check, an error could occur in the middle
    // of an operation.
    private static void CheckText(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                    throw ApiException.Validation($"The body contains the member '{reader.GetString()}' twice.");
                case JsonTokenType.String:
                    _ = reader.GetString();
                    break;
            }
        }
    }
}
