using IvsTools.Emulator.Faults;

namespace IvsTools.Emulator;

/// <summary>The injected faults. Thread-safe, and can be changed at any time.</summary>
public sealed class EmulatorFaults
{
    private readonly FaultSchedule _schedule;

    internal EmulatorFaults(FaultSchedule schedule) => _schedule = schedule;

    /// <summary>The delay before each response, at most one hour.</summary>
    public TimeSpan Latency
    {
        get => _schedule.Latency;
        set => _schedule.Latency = value;
    }

    /// <summary>True to reject every create request with PendingVerification.</summary>
    public bool PendingVerification
    {
        get => _schedule.PendingVerification;
        set => _schedule.PendingVerification = value;
    }

    /// <summary>True to set the state of every new recording configuration to CREATE_FAILED, as for a bucket that cannot be used.</summary>
    public bool FailRecordingConfigurations
    {
        get => _schedule.FailRecordingConfigurations;
        set => _schedule.FailRecordingConfigurations = value;
    }

    /// <summary>
    /// The number of reads before a slow change takes effect: the creation of a recording configuration, or the end of a stream.
    /// </summary>
    public int ReadsUntilSettled
    {
        get => _schedule.ReadsUntilSettled;
        set => _schedule.ReadsUntilSettled = value;
    }

    /// <summary>
    /// The rate limit in calls per second. Calls above this rate return 429. A burst can have as many calls as
    /// the limit allows in one second. Null for no limit.
    /// </summary>
    public double? RequestsPerSecond
    {
        get => _schedule.RequestsPerSecond;
        set => _schedule.RequestsPerSecond = value;
    }

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="operation">The API operation. Null for any operation.</param>
    /// <param name="code">Any error code of the service or of AWS. Another code requires a status.</param>
    /// <param name="times">The number of calls that fail. Null for one call, or for no limit if a probability is specified.</param>
    /// <param name="message">The error message. If null, the message contains the error code.</param>
    /// <param name="status">The HTTP status. If null, the default status of the error code is used.</param>
    /// <param name="after">The number of calls that succeed first.</param>
    /// <param name="probability">The probability that a call fails, above 0 and up to 1.</param>
    /// <param name="seed">Makes the same calls fail in every run. If null, different calls fail in each run.</param>
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
    /// <param name="operation">The API operation. Null for any operation.</param>
    /// <param name="kind">The kind of response. The operation is still performed.</param>
    /// <param name="times">The number of calls. Null for one call, or for no limit if a probability is specified.</param>
    /// <param name="after">The number of calls that succeed first.</param>
    /// <param name="probability">The probability that a call is affected, above 0 and up to 1.</param>
    /// <param name="seed">Affects the same calls in every run. If null, different calls are affected in each run.</param>
    public void Break(string? operation, BrokenAnswer kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        _schedule.Break(operation, kind, times, after, probability, seed);

    /// <summary>Removes all faults.</summary>
    public void Clear() => _schedule.Clear();
}
