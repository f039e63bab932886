using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Faults;

/// <summary>The injected faults. Thread-safe.</summary>
public sealed class FaultSchedule
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromHours(1);
    private readonly TimeProvider _time;
    private readonly object _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private Rate? _rate;
    private double? _requestsPerSecond;
    private TimeSpan _latency;
    private int _readsUntilSettled;

    internal FaultSchedule(TimeProvider time) => _time = time;

    /// <summary>The delay before each response. The maximum is one hour.</summary>
    public TimeSpan Latency
    {
        get => _latency;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestLatency);
            _latency = value;
        }
    }

    /// <summary>If true, every request that creates a resource is rejected with PendingVerification.</summary>
    public bool PendingVerification { get; set; }

    /// <summary>If true, every new recording configuration gets the state CREATE_FAILED.</summary>
    public bool FailRecordingConfigurations { get; set; }

    /// <summary>
    /// The number of reads that return the state CREATING for a new recording configuration. After StopStream, this number of reads
    /// still returns the stream.
    /// </summary>
    public int ReadsUntilSettled
    {
        get => _readsUntilSettled;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _readsUntilSettled = value;
        }
    }

    /// <summary>The rate limit in calls per second. Calls above this rate return the status 429. Null means no limit.</summary>
    public double? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set
        {
            if (value is not (null or > 0 and < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    "requestsPerSecond must be a number above 0, or null for no limit.");
            }
            lock (_gate)
            {
                _requestsPerSecond = value;
                _rate = value is { } rate ? new Rate(rate, _time) : null;
            }
        }
    }

    /// <summary>The faults that still affect calls, oldest first.</summary>
    public IReadOnlyList<FaultDescription> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _planned.Select(fault => new FaultDescription(fault))];
            }
        }
    }

    /// <summary>Makes the next calls fail.</summary>
    /// <param name="operation">The API operation. If null, the calls of all operations fail.</param>
    /// <param name="code">The error code. If the code is not a known AWS error code, the status is required.</param>
    /// <param name="times">The number of calls that fail. The default is 1 or, if a probability is specified, no limit.</param>
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
        int? seed = null)
    {
        // A later version of the service can return codes that are not in the model, so an unknown code with a status is accepted.
        if (status is null || code.Length == 0 || !code.All(char.IsAsciiLetterOrDigit))
            PlannedFault.RequireKnown(code, ErrorStatus.Codes, nameof(code));
        if (status is not (null or >= 400 and <= 599))
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an error must be 400 to 599.");
        // PowerShell passes $null as an empty string.
        var text = string.IsNullOrEmpty(message) ? $"The emulator was configured to return {code}." : message;
        Plan(
            new PlannedFault(operation, times, after, probability, seed)
            {
                Error = new ApiException(code, text, status),
            });
    }

    /// <summary>Makes the next calls return an invalid response.</summary>
    /// <param name="operation">The API operation. If null, the calls of all operations are affected.</param>
    /// <param name="kind">The kind of invalid response. The emulator still performs the operation.</param>
    /// <param name="times">The number of calls. The default is 1 or, if a probability is specified, no limit.</param>
    /// <param name="after">The number of calls that succeed before the first invalid response.</param>
    /// <param name="probability">The probability that a call is affected, greater than 0 and at most 1.</param>
    /// <param name="seed">A number that makes the fault affect the same calls in every run.</param>
    public void Break(string? operation, BrokenResponse kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        Plan(new PlannedFault(operation, times, after, probability, seed) { Broken = kind });

    /// <summary>Removes all faults and resets the settings.</summary>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
        (Latency, PendingVerification, RequestsPerSecond) = (TimeSpan.Zero, false, null);
        (FailRecordingConfigurations, ReadsUntilSettled) = (false, 0);
    }

    /// <summary>Returns the error or the kind of invalid response for a call.</summary>
    internal (ApiException? Error, BrokenResponse? Broken) Take(string? operation)
    {
        lock (_gate)
        {
            if (_rate?.TryTake() is false)
                return (new ApiException(ApiErrorCode.ThrottlingException, "Rate exceeded"), null);
            var due = _planned.Find(p => p.Operation is null || p.Operation == operation);
            if (due?.TryTake() is not true)
                return (null, null);
            if (due.IsOver)
                _planned.Remove(due);
            return (due.Error, due.Broken);
        }
    }

    /// <summary>Makes all changes. If a change is invalid, no changes are made.</summary>
    internal void Change(Action change)
    {
        lock (_gate)
        {
            var (planned, before) = (_planned.Count, (Latency, PendingVerification, FailRecordingConfigurations, ReadsUntilSettled));
            var (requestsPerSecond, rate) = (_requestsPerSecond, _rate);
            try
            {
                change();
            }
            catch
            {
                _planned.RemoveRange(planned, _planned.Count - planned);
                (Latency, PendingVerification, FailRecordingConfigurations, ReadsUntilSettled) = before;
                (_requestsPerSecond, _rate) = (requestsPerSecond, rate);
                throw;
            }
        }
    }

    private void Plan(PlannedFault fault)
    {
        lock (_gate)
            _planned.Add(fault);
    }
}
