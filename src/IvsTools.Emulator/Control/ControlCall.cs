using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Control;

/// <summary>The contents of a control request.</summary>
internal sealed record ControlCall(string Arn, IReadOnlyDictionary<string, string> Query, JsonObject Input)
{
    public string? Text(string member) => Input[member]?.GetValue<string>();
}
