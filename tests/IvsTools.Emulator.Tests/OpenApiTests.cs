using System.Net;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Emulator.Tests;

/// <summary>Compares the OpenAPI document of the control API with its behavior.</summary>
public sealed class OpenApiTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch", "head", "options"];

    [Fact]
    public async Task The_document_and_the_route_list_contain_the_same_routes_with_the_same_query_parameters_and_body_members()
    {
        var api = await DocumentAsync();
        var documented = Operations(api).Select(o => (
            Route: $"{o.Method.ToUpperInvariant()} {o.Path}",
            Query: string.Join(',', Parameters(o.Operation, "query").Order(StringComparer.Ordinal)),
            Members: string.Join(
                ',', (Body(api, o.Operation)?["properties"]!.AsObject() ?? []).Select(p => p.Key).Order(StringComparer.Ordinal))));
        var routes = (await ControlAsync("GET", "")).Body!["routes"]!.AsArray().Select(r => (
            Route: $"{Text(r!, "method")} {Text(r!, "path")}",
            Query: string.Join(',', Names(r!["query"]!)),
            Members: string.Join(',', Names(r!["members"]!))));
        Assert.Equal(routes.Order(), documented.Order());
        Assert.Equal(Operations(api).Count(), Operations(api).Select(o => Text(o.Operation, "operationId")).Distinct().Count());
        Assert.All(
            Operations(api),
            o => Assert.Equal(o.Path.Contains("{arn}", StringComparison.Ordinal) ? ["arn"] : [], Parameters(o.Operation, "path")));

        static IEnumerable<string> Names(JsonNode names) =>
            names.AsArray().Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_reference_in_the_document_has_a_target()
    {
        var api = await DocumentAsync();
        var references = References(api).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(Resolve(api, reference)));
    }

    [Fact]
    public async Task The_emulator_enforces_every_limit_in_the_document()
    {
        var api = await DocumentAsync();
        var arn = await LiveChannelAsync();
        var recording = Arn(
            (await GoodAsync("CreateRecordingConfiguration", GoodRequest.For("CreateRecordingConfiguration")))["recordingConfiguration"]!);
        var cases = 0;
        foreach (var (path, _, operation) in Operations(api).Where(o => Body(api, o.Operation) is not null))
        {
            var at = path["/_emulator/".Length..].Replace(
                "{arn}", path.Contains("recording", StringComparison.Ordinal) ? recording : arn, StringComparison.Ordinal);
            foreach (var (member, schema) in Body(api, operation)!["properties"]!.AsObject())
            {
                foreach (var (value, isGood) in Values(schema!))
                {
                    var body = new JsonObject { [member] = value?.DeepClone() };
                    if (path.EndsWith("faults", StringComparison.Ordinal) && IsOfOneFault(member))
                        body.TryAdd(member == "break" ? "operation" : "code", member == "break" ? "GetStream" : "ThrottlingException");
                    var (status, response) = await ControlAsync("POST", at, body.ToJsonString());
                    Assert.True(
                        status == (isGood ? HttpStatusCode.OK : HttpStatusCode.BadRequest),
                        $"{path} {body.ToJsonString()} got {status} {response?.ToJsonString()}");
                    cases++;
                }
            }
        }
        Assert.InRange(cases, 60, int.MaxValue);
    }

    [Fact]
    public async Task Responses_have_the_members_of_their_schemas()
    {
        var api = await DocumentAsync();
        Emulator.Faults.Fail("GetStream", "ThrottlingException");
        await ChannelAsync();
        using var encoder = await RtmpClient.ConnectAsync(Emulator.IngestUrl!);
        Assert.Equal("NetStream.Publish.Denied", await encoder.PublishAsync("sk_invented"));
        await encoder.ClosedAsync();
        foreach (var (path, _, operation) in Operations(api).Where(o => o.Method == "get"))
        {
            var (status, body) = await ControlAsync("GET", path["/_emulator/".Length..]);
            Assert.Equal(HttpStatusCode.OK, status);
            var schema = Follow(api, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);
            if (schema["items"] is { } item)
                (schema, body) = (Follow(api, item), body![0]);
            if (schema["properties"] is JsonObject properties)
            {
                Assert.Equal(
                    properties.Select(p => p.Key).Order(StringComparer.Ordinal),
                    body!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
            }
        }
    }

    // Returns values at and around each limit of the schema, and a value of another type.
    private static IEnumerable<(JsonNode? Value, bool IsGood)> Values(JsonNode schema)
    {
        var types = schema["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()).ToList() : [Text(schema, "type")];
        if (types.Contains("null"))
            yield return (null, true);
        yield return (new JsonArray(), false);
        if (schema["enum"] is JsonArray known)
        {
            foreach (var name in known)
                yield return (name, true);
            yield return ("NONE_SUCH", false);
        }
        if (schema["pattern"] is not null)
        {
            yield return ("DE", true);
            yield return ("de", false);
        }
        if (types.Contains("boolean"))
        {
            yield return (true, true);
            yield return ("true", false);
        }
        if (!types.Contains("integer") && !types.Contains("number"))
            yield break;
        yield return ("1", false);
        if (types.Contains("integer"))
            yield return (500.5, false);
        if (schema["minimum"]?.GetValue<double>() is { } minimum)
        {
            yield return ((int)minimum, true);
            yield return ((int)minimum - 1, false);
        }
        if (schema["exclusiveMinimum"]?.GetValue<double>() is { } below)
        {
            yield return (below, false);
            yield return (below + 0.5, true);
        }
        if (schema["maximum"]?.GetValue<double>() is { } maximum)
        {
            yield return ((int)maximum, true);
            yield return ((int)maximum + 1, false);
        }
    }

    private static bool IsOfOneFault(string member) =>
        member is "operation" or "message" or "status" or "break" or "times" or "after" or "probability" or "seed";

    private async Task<JsonObject> DocumentAsync() => (await ControlAsync("GET", "openapi.json")).Body!.AsObject();

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject api) =>
        api["paths"]!.AsObject().SelectMany(
            path => path.Value!.AsObject().Where(o => Methods.Contains(o.Key)).Select(o => (path.Key, o.Key, o.Value!.AsObject())));

    private static IEnumerable<string> Parameters(JsonObject operation, string location) =>
        operation["parameters"]?.AsArray().Where(p => Text(p!, "in") == location).Select(p => Text(p!, "name")) ?? [];

    private static JsonObject? Body(JsonObject api, JsonObject operation) =>
        operation["requestBody"]?["content"]!["application/json"]!["schema"] is { } schema ? Follow(api, schema) : null;

    private static JsonObject Follow(JsonObject api, JsonNode schema) =>
        (schema["$ref"] is { } reference ? Resolve(api, reference.GetValue<string>())! : schema).AsObject();

    private static JsonNode? Resolve(JsonObject api, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)api, (node, name) => node?[name]);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members =>
            members.SelectMany(member => member.Key == "$ref" ? [member.Value!.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
