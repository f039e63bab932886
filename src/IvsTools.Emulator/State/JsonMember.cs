using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>Reads members of validated requests and of resources.</summary>
internal static class JsonMember
{
    /// <summary>Returns the text of a member, which must exist.</summary>
    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();
}
