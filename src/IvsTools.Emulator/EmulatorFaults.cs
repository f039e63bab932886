using IvsTools.Emulator.Faults;

namespace IvsTools.Emulator;

/// <summary>How the emulator misbehaves. May be changed at any time, from any thread.</summary>
public sealed class EmulatorFaults
{
    private readonly FaultSchedule _schedule;

    internal EmulatorFaults(FaultSchedule schedule) => _schedule = schedule;

    /// <summary>Waited before each answer; at most an hour.</summary>
    public TimeSpan Latency
    {
        get => _schedule.Latency;
        set => _schedule.Latency = value;
    }

    /// <summary>True refuses every creation with PendingVerification.</summary>
    public bool PendingVerification
    {
        get => _schedule.PendingVerification;
        set => _schedule.PendingVerification = value;
    }

    /// <summary>True lets every new recording configuration end in CREATE_FAILED, as for a bucket that cannot be used.</summary>
    public bool FailRecordingConfigurations
    {
        get => _schedule.FailRecordingConfigurations;
        set => _schedule.FailRecordingConfigurations = value;
    }

    /// <summary>How often a change that takes its time can be looked at before it shows: a recording configuration that is being created, a stream that is being stopped.</summary>
    public int LooksUntilSettled
    {
        get => _schedule.LooksUntilSettled;
        set => _schedule.LooksUntilSettled = value;
    }

    /// <summary>Calls over this rate get 429; a second's worth may come at once. Null for no limit.</summary>
    public double? RequestsPerSecond
    {
        get => _schedule.RequestsPerSecond;
        set => _schedule.RequestsPerSecond = value;
    }

    /// <summary>Lets the next calls fail.</summary>
    /// <param name="operation">The API operation; null for any.</param>
    /// <param name="code">Any error code of the service, or of AWS; another one needs a status.</param>
    /// <param name="times">How many calls fail; null for one, or with a probability for no end.</param>
    /// <param name="message">The error's text; null for one that names the code.</param>
    /// <param name="status">The HTTP status; null for the one that belongs to the code.</param>
    /// <param name="after">How many calls are answered as usual first.</param>
    /// <param name="probability">How probable it is that a call fails, above 0 and up to 1.</param>
    /// <param name="seed">Makes the same calls fail in every run; null for others each time.</param>
    public void Fail(
        string? operation, string code, int? times = null, string? message = null, int? status = null, int after = 0, double probability = 1, int? seed = null) =>
        _schedule.Fail(operation, code, times, message, status, after, probability, seed);

    /// <summary>Lets the next calls get an answer that is none.</summary>
    /// <param name="operation">The API operation; null for any.</param>
    /// <param name="kind">What is sent in place of the answer. What was asked for is done all the same.</param>
    /// <param name="times">How many calls get it; null for one, or with a probability for no end.</param>
    /// <param name="after">How many calls are answered as usual first.</param>
    /// <param name="probability">How probable it is that a call gets it, above 0 and up to 1.</param>
    /// <param name="seed">Makes the same calls get it in every run; null for others each time.</param>
    public void Break(string? operation, BrokenAnswer kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        _schedule.Break(operation, kind, times, after, probability, seed);

    /// <summary>Behaves again.</summary>
    public void Clear() => _schedule.Clear();
}
