using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>One validated request and the data for its handler.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Input">The members, including path and query members.</param>
/// <param name="State">The resources.</param>
/// <param name="BaseUrl">The URL of the emulator.</param>
/// <param name="IngestEndpoint">The host and port for encoders. Null if the emulator does not accept encoders.</param>
/// <param name="Faults">The injected faults.</param>
internal sealed record Call(
    ApiOperation Operation, JsonObject Input, EmulatorState State, string BaseUrl, string? IngestEndpoint, FaultSchedule Faults)
{
    public string Text(string member) => Input[member]?.GetValue<string>() ?? string.Empty;

    public JsonNode? Copy(string member) => Input[member]?.DeepClone();

    public bool Has(string member) => Input[member] is not null;

    public JsonNode Tags => Input["tags"]?.DeepClone() ?? new JsonObject();

    public IEnumerable<string> Texts(string member) => Input[member]!.AsArray().Select(item => item!.GetValue<string>());

    /// <summary>Create operations call this method first.</summary>
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
