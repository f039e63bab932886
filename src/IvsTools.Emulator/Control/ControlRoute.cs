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

    public Answer Handle(string method, string path, byte[] body)
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
                SetLive(Uri.UnescapeDataString(id), input["state"]?.GetValue<string>() != "OFFLINE");
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

    private void SetLive(string idOrArn, bool live)
    {
        var arn = idOrArn.StartsWith("arn:", StringComparison.Ordinal) ? idOrArn : $"arn:aws:ivs:{state.Region}:{state.AccountId}:channel/{idOrArn}";
        state.Channels.Get(arn);
        if (live)
            state.Live.Add(arn);
        else
            state.Live.Remove(arn);
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
