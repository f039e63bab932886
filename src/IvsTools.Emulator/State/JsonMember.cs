using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>Reads members of validated requests and of resources.</summary>
internal static class JsonMember
{
    /// <exception cref="JsonException">The value is null.</exception>
    public static JsonNode Required(this JsonNode? node) => node ?? throw new JsonException("A value is null.");

    /// <exception cref="JsonException">The member is missing or null.</exception>
    public static JsonNode Required(this JsonNode? node, string member) =>
        node.Required()[member] ?? throw new JsonException($"The {member} member is missing.");

    /// <summary>Returns the text of a member.</summary>
    /// <exception cref="JsonException">The member is missing or null.</exception>
    public static string Text(this JsonNode? node, string member) => node.Required(member).GetValue<string>();
}
