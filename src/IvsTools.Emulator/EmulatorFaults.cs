using IvsTools.Emulator.Faults;

namespace IvsTools.Emulator;

/// <summary>The injected faults. Thread-safe.</summary>
public sealed class EmulatorFaults
{
    private readonly FaultSchedule _schedule;

    internal EmulatorFaults(FaultSchedule schedule) => _schedule = schedule;

    /// <summary>The delay before each response. The maximum is one hour.</summary>
    public TimeSpan Latency
    {
        get => _schedule.Latency;
        set => _schedule.Latency = value;
    }

    /// <summary>If true, every create request is rejected with PendingVerification.</summary>
    public bool PendingVerification
    {
        get => _schedule.PendingVerification;
        set => _schedule.PendingVerification = value;
    }

    /// <summary>If true, every new recording configuration gets the state CREATE_FAILED.</summary>
    public bool FailRecordingConfigurations
    {
        get => _schedule.FailRecordingConfigurations;
        set => _schedule.FailRecordingConfigurations = value;
    }

    /// <summary>
    /// The number of reads that still return the previous state after a recording configuration is created or a stream is
    /// stopped.
    /// </summary>
    public int ReadsUntilSettled
    {
        get => _schedule.ReadsUntilSettled;
        set => _schedule.ReadsUntilSettled = value;
    }

    /// <summary>The rate limit in calls per second. Calls above this rate return the status 429. Null means no limit.</summary>
    public double? RequestsPerSecond
    {
        get => _schedule.RequestsPerSecond;
        set => _schedule.RequestsPerSecond = value;
    }

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="operation">The API operation. If null, the calls of all operations fail.</param>
    /// <param name="code">The error code. If the code is not a known AWS error code, the status is required.</param>
    /// <param name="times">The number of calls that fail. The default is 1. If a probability is specified, there is no limit.</param>
    /// <param name="message">The error message. If null, the message contains the error code.</param>
    /// <param name="status">The HTTP status. If null, the default status of the error code is used.</param>
    /// <param name="after">The number of calls that succeed before the first failure.</param>
    /// <param name="probability">The probability that a call fails, greater than 0 and at most 1.</param>
    /// <param name="seed">A number that makes the same calls fail in every run.</param>
    public void Fail(
        string? operation,
        string code,
        int? times = null,
        string? message = null,
        int? status = null,
        int after = 0,
        double probability = 1,
        int? seed = null) =>
        _schedule.Fail(operation, code, times, message, status, after, probability, seed);

    /// <summary>Makes the next calls return an invalid response.</summary>
    /// <param name="operation">The API operation. If null, the calls of all operations are affected.</param>
    /// <param name="kind">The kind of invalid response. The emulator still performs the operation.</param>
    /// <param name="times">The number of calls. The default is 1. If a probability is specified, there is no limit.</param>
    /// <param name="after">The number of calls that succeed before the first invalid response.</param>
    /// <param name="probability">The probability that a call is affected, greater than 0 and at most 1.</param>
    /// <param name="seed">A number that makes the fault affect the same calls in every run.</param>
    public void Break(string? operation, BrokenAnswer kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        _schedule.Break(operation, kind, times, after, probability, seed);

    /// <summary>Removes all faults.</summary>
    public void Clear() => _schedule.Clear();
}
