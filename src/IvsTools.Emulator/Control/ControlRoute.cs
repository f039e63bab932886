using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Steers the emulator from any program: faults, what reached the wire, channels on air.</summary>
internal sealed class ControlRoute(EmulatorState state, EmulatorFaults faults, RequestLog log)
{
    public const string Prefix = "/_emulator/";

    private readonly EmulatorStreams _streams = new(state);
    private readonly EmulatorRecordings _recordings = new(state);

    public Answer Handle(string method, string path, byte[] body)
    {
        try
        {
            return Do(method, path, body);
        }
        // A member of another type than expected.
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw ApiException.Validation(e.Message);
        }
    }

    private Answer Do(string method, string path, byte[] body)
    {
        var input = body.Length == 0 ? [] : Parse(body);
        switch (method, path[Prefix.Length..].Split('/', 3))
        {
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
        var operation = input["operation"]?.GetValue<string>();
        var times = input["times"]?.GetValue<int>() ?? 1;
        if (input["code"]?.GetValue<string>() is { } code)
            faults.Fail(operation, code, times, input["message"]?.GetValue<string>(), input["status"]?.GetValue<int>());
        if (input["break"]?.GetValue<string>() is { } kind)
            faults.Break(operation, Enum.TryParse<BrokenAnswer>(kind, out var broken) ? broken : throw ApiException.Validation($"There is no break '{kind}'."), times);
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

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw ApiException.Validation("The body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw ApiException.Validation("The body is not valid JSON.");
        }
    }

    private static Answer Done() => Answer.Of(200, new JsonObject());
}
