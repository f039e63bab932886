using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>A validated request, and the data that its handler needs.</summary>
internal sealed record Call(
    ApiOperation Operation, JsonObject Input, EmulatorState State, string BaseUrl, string? IngestEndpoint, FaultSchedule Faults)
{
    public string Text(string member) => Input[member]?.GetValue<string>() ?? string.Empty;

    public JsonNode? Copy(string member) => Input[member]?.DeepClone();

    public bool Has(string member) => Input[member] is not null;

    public JsonNode Tags => Input["tags"]?.DeepClone() ?? new JsonObject();

    public IEnumerable<string> Texts(string member) => Input[member]!.AsArray().Select(item => item!.GetValue<string>());

    /// <summary>Checks whether a resource can be created. All create operations call this method first.</summary>
    /// <exception cref="ApiException">The account is not verified, or a tag key starts with the reserved prefix aws:.</exception>
    public void RequireCreation()
    {
        if (Faults.PendingVerification)
            throw new ApiException(ApiErrorCode.PendingVerification, "Your account is pending verification.");
        RequireOwnTags();
    }

    /// <exception cref="ApiException">A tag key starts with the reserved prefix aws:.</exception>
    public void RequireOwnTags()
    {
        if (Input["tags"] is JsonObject tags && tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            throw ApiException.Validation("Tag keys beginning with aws: are reserved.");
    }
}
