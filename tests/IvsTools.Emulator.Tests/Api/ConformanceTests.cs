using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>The emulator against the API data: every operation, limit, enum value, pattern and error, over the wire.</summary>
public sealed class ConformanceTests : IDisposable
{
    private const string Refusal = "1 validation error detected: Value at ";
    private readonly EmulatorServer _emulator = EmulatorServer.Start();
    private readonly SignedClient _client;

    public ConformanceTests() => _client = new SignedClient(_emulator);

    public static TheoryData<string> OperationNames => new(ApiData.OperationNames);

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Is_played(string operation)
    {
        var answer = await SendAsync(operation, Variant.Sample(Request(operation)).AsObject());
        Assert.NotEqual(501, (int)answer.Status);
        if (answer.Error is null)
            Assert.Equal(ApiData.Operation(operation)["status"]!.GetValue<int>(), (int)answer.Status);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Keeps_every_limit_enum_and_pattern_of_every_member(string operation)
    {
        foreach (var variant in Variant.Of(Request(operation), string.Empty))
        {
            var request = variant.Value!.AsObject();
            if (!CanTravel(operation, request))
                continue;
            var (status, error, body) = await SendAsync(operation, request);
            var message = body["exceptionMessage"]?.GetValue<string>() ?? string.Empty;
            var because = $"{request.ToJsonString()} got {(int)status} {error} {message}";
            if (variant.BadPath is { } path)
                Assert.True(error == "ValidationException" && message.StartsWith($"{Refusal}'{path}'", StringComparison.Ordinal), $"{path} must be refused: {because}");
            else
                Assert.False(message.StartsWith(Refusal, StringComparison.Ordinal), $"must be taken: {because}");
        }
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Can_be_made_to_answer_every_error(string operation)
    {
        foreach (var code in ApiData.Operation(operation)["errors"]!.AsArray().Select(e => e!.GetValue<string>()))
        {
            _emulator.Faults.Fail(operation, code);
            var (status, error, body) = await SendAsync(operation, Variant.Sample(Request(operation)).AsObject());
            Assert.Equal((ApiData.Errors[code]!.GetValue<int>(), code), ((int)status, error));
            Assert.NotEmpty(body["exceptionMessage"]!.GetValue<string>());
        }
    }

    private static string Request(string operation) => ApiData.Operation(operation)["request"]!.GetValue<string>();

    private static string? Location(string operation, string member) =>
        ApiData.Structures[Request(operation)]![member]?["location"]?.GetValue<string>();

    // In a path an empty ARN, or none, is another path; a query knows text alone, and no list is an empty list.
    private static bool CanTravel(string operation, JsonObject request) =>
        (Location(operation, "resourceArn") is null || IsText(request["resourceArn"]))
        && (Location(operation, "tagKeys") is null || (request["tagKeys"] is JsonArray { Count: > 0 } keys && keys.All(IsText)));

    private static bool IsText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>().Length > 0;

    private Task<(System.Net.HttpStatusCode Status, string? Error, JsonObject Body)> SendAsync(string operation, JsonObject request)
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
        return _client.SendAsync(ApiData.Operation(operation)["method"]!.GetValue<string>(), path, query, body.Count == 0 && path.StartsWith("/tags", StringComparison.Ordinal) ? string.Empty : body.ToJsonString());
    }
}
