using System.Collections.Specialized;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Steers the emulator from any program: faults, what reached the wire, channels on air.</summary>
internal sealed class ControlRoute(EmulatorState state, EmulatorFaults faults, RequestLog log)
{
    public const string Prefix = "/_emulator/";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string[] Routes =
    [
        "GET /_emulator/health", "GET /_emulator/faults", "POST /_emulator/faults", "DELETE /_emulator/faults", "GET /_emulator/requests",
        "DELETE /_emulator/requests", "POST /_emulator/channels/{arn}/stream", "POST /_emulator/recording-configurations/{arn}",
        "POST /_emulator/clock", "POST /_emulator/reset",
    ];

    private static readonly string[] FaultMembers =
    [
        "operation", "code", "times", "after", "message", "status", "break", "latencyMs", "pendingVerification", "failRecordingConfigurations",
        "looksUntilSettled", "requestsPerSecond",
    ];

    private readonly EmulatorStreams _streams = new(state);
    private readonly EmulatorRecordings _recordings = new(state);

    public Answer Handle(string method, string path, NameValueCollection headers, byte[] body)
    {
        RequireNoOtherSite(headers);
        if (body.Length > 0 && !(headers["Content-Type"] ?? string.Empty).StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw ApiException.Validation("The Content-Type must be application/json.");
        try
        {
            return Do(method, path, body);
        }
        // A member of another type than expected, or a value out of range.
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw ApiException.Validation(e.Message);
        }
    }

    // A web page anywhere can send a request to 127.0.0.1; its browser says where the page is from.
    private static void RequireNoOtherSite(NameValueCollection headers)
    {
        var isForeign = headers["Origin"] is { } origin && origin != $"http://{headers["Host"]}" && origin != $"https://{headers["Host"]}";
        if (isForeign || headers["Sec-Fetch-Site"] is "cross-site" or "same-site")
            throw new ApiException("AccessDeniedException", "The control route is not for pages of other sites.");
    }

    // An ARN has slashes of its own, and may come with or without percent-encoding.
    private static string[] Split(string path)
    {
        var parts = path.Split('/');
        return parts switch
        {
            ["channels", .. var arn, "stream"] => ["channels", string.Join('/', arn), "stream"],
            ["recording-configurations", .. var arn] => ["recording-configurations", string.Join('/', arn)],
            _ => parts,
        };
    }

    private Answer Do(string method, string path, byte[] body)
    {
        var input = StrictJson.ReadObject(body);
        switch (method, Split(path[Prefix.Length..]))
        {
            case ("GET", [""]):
                return Answer.Of(200, new JsonObject { ["routes"] = new JsonArray([.. Routes.Select(route => (JsonNode?)route)]) });
            case ("GET", ["health"]):
                return Answer.Of(200, new JsonObject { ["status"] = "ok", ["region"] = state.Region, ["accountId"] = state.AccountId, ["time"] = state.Time.GetUtcNow().ToString("O") });
            case ("GET", ["faults"]):
                return Answer.Of(200, JsonSerializer.SerializeToNode(faults.Planned, Web));
            case ("POST", ["clock"]):
                state.Time.Advance(TimeSpan.FromSeconds(input["advanceSeconds"]?.GetValue<double>() ?? throw ApiException.Validation("advanceSeconds is missing.")));
                return Done();
            case ("POST", ["faults"]):
                Plan(input);
                return Done();
            case ("DELETE", ["faults"]):
                faults.Clear();
                return Done();
            case ("GET", ["requests"]):
                return Answer.Of(200, JsonSerializer.SerializeToNode(log.All));
            case ("DELETE", ["requests"]):
                log.Clear();
                return Done();
            case ("POST", ["channels", var id, "stream"]):
                Stream(Uri.UnescapeDataString(id), input);
                return Done();
            case ("POST", ["recording-configurations", var id]):
                _recordings.Set(Uri.UnescapeDataString(id), input["state"]?.GetValue<string>() ?? string.Empty);
                return Done();
            case ("POST", ["reset"]):
                state.Clear();
                faults.Clear();
                log.Clear();
                return Done();
            default:
                throw new ApiException("UnknownOperationException", $"The emulator has no control {method} {path}.");
        }
    }

    private void Stream(string channel, JsonObject input)
    {
        switch (input["state"]?.GetValue<string>() ?? "LIVE")
        {
            case "LIVE":
                _streams.Start(channel);
                _streams.Change(channel, input["health"]?.GetValue<string>(), input["viewerCount"]?.GetValue<long>());
                break;
            case "OFFLINE":
                _streams.End(channel);
                break;
            case "FAILED":
                _streams.End(channel, failed: true);
                break;
            case var other:
                throw ApiException.Validation($"There is no state '{other}': LIVE, OFFLINE, FAILED.");
        }
    }

    private void Plan(JsonObject input)
    {
        if (input.Select(member => member.Key).FirstOrDefault(name => !FaultMembers.Contains(name)) is { } unknown)
            throw ApiException.Validation($"There is no member '{NameDistance.Printable(unknown)}'; the nearest is '{NameDistance.Nearest(unknown, FaultMembers)}'.");
        var operation = input["operation"]?.GetValue<string>();
        var times = input["times"]?.GetValue<int>() ?? 1;
        var after = input["after"]?.GetValue<int>() ?? 0;
        if (input["code"]?.GetValue<string>() is { } code)
            faults.Fail(operation, code, times, input["message"]?.GetValue<string>(), input["status"]?.GetValue<int>(), after);
        if (input["break"]?.GetValue<string>() is { } kind)
            faults.Break(operation, Enum.TryParse<BrokenAnswer>(kind, out var broken) && Enum.IsDefined(broken) ? broken : throw ApiException.Validation($"There is no break '{kind}'."), times, after);
        if (input["latencyMs"] is { } latency)
            faults.Latency = TimeSpan.FromMilliseconds(latency.GetValue<double>());
        if (input["pendingVerification"] is { } pending)
            faults.PendingVerification = pending.GetValue<bool>();
        if (input["failRecordingConfigurations"] is { } fail)
            faults.FailRecordingConfigurations = fail.GetValue<bool>();
        if (input["looksUntilSettled"] is { } looks)
            faults.LooksUntilSettled = looks.GetValue<int>();
        if (input.TryGetPropertyValue("requestsPerSecond", out var rate))
            faults.RequestsPerSecond = rate?.GetValue<double>();
    }

    private static Answer Done() => Answer.Of(200, new JsonObject());
}
