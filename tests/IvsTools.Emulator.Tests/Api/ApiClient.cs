using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>Writes each member of a request to the path, the query or the body, as the API specifies.</summary>
public static class ApiClient
{
    public static string Request(string operation) => ApiData.Operation(operation)["request"]!.GetValue<string>();

    // Returns false if HTTP cannot represent the request. An empty ARN would change the path. A query can contain only text, and
    // cannot distinguish between an empty list and an omitted list.
    public static bool CanTravel(string operation, JsonObject request) =>
        (Location(operation, "resourceArn") is null || IsText(request["resourceArn"]))
        && (Location(operation, "tagKeys") is null || (request["tagKeys"] is JsonArray { Count: > 0 } keys && keys.All(IsText)));

    public static Task<(HttpStatusCode Status, string? Error, JsonObject Body)> CallAsync(
        this SignedClient client, string operation, JsonObject request)
    {
        var (body, path, query) = (request.DeepClone().AsObject(), "/" + operation, string.Empty);
        if (Location(operation, "resourceArn") == "uri")
        {
            path = "/tags/" + Uri.EscapeDataString(request["resourceArn"]!.GetValue<string>());
            body.Remove("resourceArn");
        }
        if (Location(operation, "tagKeys") == "querystring")
        {
            var keys = request["tagKeys"]?.AsArray().Select(k => "tagKeys=" + Uri.EscapeDataString(k!.GetValue<string>())) ?? [];
            query = string.Join('&', keys.Order(StringComparer.Ordinal));
            body.Remove("tagKeys");
        }
        var isEmpty = body.Count == 0 && path.StartsWith("/tags", StringComparison.Ordinal);
        return client.SendAsync(
            ApiData.Operation(operation)["method"]!.GetValue<string>(), path, query, isEmpty ? string.Empty : body.ToJsonString());
    }

    private static string? Location(string operation, string member) =>
        ApiData.Structures[Request(operation)]![member]?["location"]?.GetValue<string>();

    private static bool IsText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > 0;
}
