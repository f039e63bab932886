using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Text;

namespace IvsTools.Emulator.Control;

/// <summary>Applies the faults and settings in a control request. If a fault or setting is invalid, nothing changes.</summary>
internal static class FaultPlan
{
    private static readonly string[] OfOneFault =
        ["operation", "code", "message", "status", "break", "times", "after", "probability", "seed"];

    public static readonly string[] Members =
        [.. OfOneFault, "latencyMs", "requestsPerSecond", "pendingVerification", "failRecordingConfigurations", "readsUntilSettled"];

    public static void Apply(FaultSchedule faults, ControlCall call) => faults.Change(() =>
    {
        var input = call.Input;
        var operation = call.Text("operation");
        var times = input["times"]?.GetValue<int>();
        var after = input["after"]?.GetValue<int>() ?? 0;
        var (probability, seed) = (input["probability"]?.GetValue<double>() ?? 1, input["seed"]?.GetValue<int>());
        if (call.Text("code") is { } code)
            faults.Fail(operation, code, times, call.Text("message"), input["status"]?.GetValue<int>(), after, probability, seed);
        if (call.Text("break") is { } kind)
            faults.Break(operation, Broken(kind), times, after, probability, seed);
        if (input["latencyMs"] is { } latency)
            faults.Latency = TimeSpan.FromMilliseconds(latency.GetValue<double>());
        if (input["pendingVerification"] is { } pending)
            faults.PendingVerification = pending.GetValue<bool>();
        if (input["failRecordingConfigurations"] is { } fail)
            faults.FailRecordingConfigurations = fail.GetValue<bool>();
        if (input["readsUntilSettled"] is { } reads)
            faults.ReadsUntilSettled = reads.GetValue<int>();
        if (input.TryGetPropertyValue("requestsPerSecond", out var rate))
            faults.RequestsPerSecond = rate?.GetValue<double>();
        if (call.Text("code") is null && call.Text("break") is null && OfOneFault.FirstOrDefault(input.ContainsKey) is { } idle)
            throw ApiException.Validation($"The member '{idle}' requires a 'code' or 'break' member.");
    });

    private static BrokenAnswer Broken(string kind)
    {
        var kinds = Enum.GetNames<BrokenAnswer>();
        return kinds.Contains(kind)
            ? Enum.Parse<BrokenAnswer>(kind)
            : throw ApiException.Validation(
                $"The break type {SafeText.Quote(kind)} does not exist. Did you mean '{NameDistance.Nearest(kind, kinds)}'?");
    }
}
