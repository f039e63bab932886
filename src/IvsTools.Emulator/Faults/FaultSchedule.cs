using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Emulator.Faults;

/// <summary>The settings of misbehaviour, and the faults that are planned. For any thread.</summary>
internal sealed class FaultSchedule(TimeProvider time)
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromHours(1);
    private readonly object _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private Rate? _rate;
    private double? _requestsPerSecond;
    private TimeSpan _latency;
    private int _looksUntilSettled;

    /// <summary>Waited before each answer; at most an hour.</summary>
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

    /// <summary>True refuses every creation with PendingVerification.</summary>
    public bool PendingVerification { get; set; }

    /// <summary>True lets every new recording configuration end in CREATE_FAILED, as for a bucket that cannot be used.</summary>
    public bool FailRecordingConfigurations { get; set; }

    /// <summary>How often a change that takes its time can be looked at before it shows: a recording configuration that is being created, a stream that is being stopped.</summary>
    public int LooksUntilSettled
    {
        get => _looksUntilSettled;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _looksUntilSettled = value;
        }
    }

    /// <summary>Calls over this rate get 429; a second's worth may come at once. Null for no limit.</summary>
    public double? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set
        {
            if (value is not (null or > 0 and < double.PositiveInfinity))
                throw new ArgumentOutOfRangeException(nameof(value), value, "requestsPerSecond must be a number over 0, or null for no limit.");
            lock (_gate)
            {
                _requestsPerSecond = value;
                _rate = value is { } rate ? new Rate(rate, time) : null;
            }
        }
    }

    /// <summary>Lets the next calls fail.</summary>
    public void Fail(
        string? operation, string code, int? times = null, string? message = null, int? status = null, int after = 0, double probability = 1, int? seed = null)
    {
        // A code that the service may have one day, with the status that it would have.
        if (status is null || code.Length == 0 || !code.All(char.IsAsciiLetterOrDigit))
            RequireKnown(code, ApiModel.ErrorCodes, nameof(code));
        if (status is not (null or >= 400 and <= 599))
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an error is 400 to 599.");
        // PowerShell hands $null over as an empty string.
        var text = string.IsNullOrEmpty(message) ? $"The emulator was configured to return {code}." : message;
        Plan(new PlannedFault(operation, Times(times, probability), after, probability, seed) { Error = new ApiException(code, text, status) });
    }

    /// <summary>Lets the next calls get an answer that is none.</summary>
    public void Break(string? operation, BrokenAnswer kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        Plan(new PlannedFault(operation, Times(times, probability), after, probability, seed) { Broken = kind });

    /// <summary>Behaves again.</summary>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
        (Latency, PendingVerification, RequestsPerSecond) = (TimeSpan.Zero, false, null);
        (FailRecordingConfigurations, LooksUntilSettled) = (false, 0);
    }

    /// <summary>What is planned and not yet over, oldest first.</summary>
    public IReadOnlyList<object> Planned
    {
        get
        {
            lock (_gate)
                return [.. _planned.Select(p => new { p.Operation, p.Error?.Code, p.Error?.Status, Break = p.Broken?.ToString(), Times = p.Left, p.After, p.Probability })];
        }
    }

    /// <summary>The failure that is due for a call, if one is.</summary>
    public (ApiException? Error, BrokenAnswer? Broken) Take(string? operation)
    {
        lock (_gate)
        {
            if (_rate?.TryTake() is false)
                return (new ApiException("ThrottlingException", "Rate exceeded"), null);
            var due = _planned.Find(p => p.Operation is null || p.Operation == operation);
            if (due?.TryTake() is not true)
                return (null, null);
            if (due.IsOver)
                _planned.Remove(due);
            return (due.Error, due.Broken);
        }
    }

    /// <summary>Makes several changes, or none if one is refused.</summary>
    public void Change(Action change)
    {
        lock (_gate)
        {
            var (planned, before) = (_planned.Count, (Latency, PendingVerification, FailRecordingConfigurations, LooksUntilSettled));
            var (requestsPerSecond, rate) = (_requestsPerSecond, _rate);
            try
            {
                change();
            }
            catch
            {
                _planned.RemoveRange(planned, _planned.Count - planned);
                (Latency, PendingVerification, FailRecordingConfigurations, LooksUntilSettled) = before;
                (_requestsPerSecond, _rate) = (requestsPerSecond, rate);
                throw;
            }
        }
    }

    private static int? Times(int? times, double probability) => times ?? (probability < 1 ? null : 1);

    private void Plan(PlannedFault fault)
    {
        if (fault.Operation is { } operation)
            RequireKnown(operation, ApiModel.Instance.Operations.Keys, nameof(operation));
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Left ?? 1, 1, "times");
        ArgumentOutOfRangeException.ThrowIfNegative(fault.After, "after");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(fault.Probability, 0, "probability");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fault.Probability, 1, "probability");
        lock (_gate)
            _planned.Add(fault);
    }

    private static void RequireKnown(string name, IEnumerable<string> known, string what)
    {
        var names = known.ToList();
        if (!names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"There is no {what} {SafeText.Quote(name)}; the nearest is '{NameDistance.Nearest(name, names)}'.", what);
    }
}
