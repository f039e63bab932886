using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Text;

namespace IvsTools.Emulator.Control;

/// <summary>Applies the faults and settings of a control request. If a fault or setting is invalid, nothing changes.</summary>
internal static class FaultPlan
{
    private static readonly string[] OfOneFault =
        ["operation", "code", "message", "status", "break", "times", "after", "probability", "seed"];

    public static readonly string[] Members =
        [.. OfOneFault, "latencyMs", "requestsPerSecond", "pendingVerification", "failRecordingConfigurations", "readsUntilSettled"];

    public static void Apply(FaultSchedule faults, ControlCall call) => ControlCall.Apply(null, () => faults.Change(() =>
    {
        var operation = call.Text("operation");
        var times = call.Value<int>("times");
        var after = call.Value<int>("after") ?? 0;
        var (probability, seed) = (call.Value<double>("probability") ?? 1, call.Value<int>("seed"));
        if (call.Text("code") is { } code)
            faults.Fail(operation, code, times, call.Text("message"), call.Value<int>("status"), after, probability, seed);
        if (call.Text("break") is { } kind)
            faults.Break(operation, Broken(kind), times, after, probability, seed);
        if (call.Value<double>("latencyMs") is { } latency)
            ControlCall.Apply("latencyMs", () => faults.Latency = TimeSpan.FromMilliseconds(latency));
        if (call.Value<bool>("pendingVerification") is { } pending)
            faults.PendingVerification = pending;
        if (call.Value<bool>("failRecordingConfigurations") is { } fail)
            faults.FailRecordingConfigurations = fail;
        if (call.Value<int>("readsUntilSettled") is { } reads)
            ControlCall.Apply("readsUntilSettled", () => faults.ReadsUntilSettled = reads);
        if (call.Input.ContainsKey("requestsPerSecond"))
            faults.RequestsPerSecond = call.Value<double>("requestsPerSecond");
        if (call.Text("code") is null && call.Text("break") is null && OfOneFault.FirstOrDefault(call.Input.ContainsKey) is { } idle)
            throw ApiException.Validation($"The member '{idle}' requires a 'code' or 'break' member.");
    }));

    private static BrokenResponse Broken(string kind)
    {
        var kinds = Enum.GetNames<BrokenResponse>();
        return kinds.Contains(kind)
            ? Enum.Parse<BrokenResponse>(kind)
            : throw ApiException.Validation(
                $"The invalid response {SafeText.Quote(kind)} does not exist. Did you mean '{NameDistance.Nearest(kind, kinds)}'?");
    }
}
