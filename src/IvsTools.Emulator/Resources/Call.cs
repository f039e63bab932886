using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Resources;

/// <summary>One validated request, and what its handler needs.</summary>
/// <param name="Operation">What is asked for.</param>
/// <param name="Input">The members, path and query members included.</param>
/// <param name="State">What there is.</param>
/// <param name="BaseUrl">Where the emulator listens.</param>
/// <param name="Faults">How to misbehave.</param>
internal sealed record Call(ApiOperation Operation, JsonObject Input, EmulatorState State, string BaseUrl, FaultSchedule Faults)
{
    public string Text(string member) => Input[member]?.GetValue<string>() ?? string.Empty;

    public JsonNode? Copy(string member) => Input[member]?.DeepClone();

    public bool Has(string member) => Input[member] is not null;

    public JsonNode Tags => Input["tags"]?.DeepClone() ?? new JsonObject();

    public IEnumerable<string> Texts(string member) => Input[member]!.AsArray().Select(item => item!.GetValue<string>());

    /// <summary>Creations call this first.</summary>
    /// <exception cref="ApiException">PendingVerification, or ValidationException for a tag that AWS reserves.</exception>
    public void RequireCreation()
    {
        if (Faults.PendingVerification)
            throw new ApiException("PendingVerification", "Your account is pending verification.");
        RequireOwnTags();
    }

    /// <exception cref="ApiException">ValidationException for a tag that AWS reserves.</exception>
    public void RequireOwnTags()
    {
        if (Input["tags"] is JsonObject tags && tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            throw ApiException.Validation("Tag keys beginning with aws: are reserved.");
    }
}
