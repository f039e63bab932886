using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Emulator.Faults;

/// <summary>The injected faults and their settings. Thread-safe. <see cref="EmulatorFaults"/> is the public interface.</summary>
internal sealed class FaultSchedule(TimeProvider time)
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromHours(1);
    private readonly object _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private Rate? _rate;
    private double? _requestsPerSecond;
    private TimeSpan _latency;
    private int _readsUntilSettled;

    /// <inheritdoc cref="EmulatorFaults.Latency"/>
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

    /// <inheritdoc cref="EmulatorFaults.PendingVerification"/>
    public bool PendingVerification { get; set; }

    /// <inheritdoc cref="EmulatorFaults.FailRecordingConfigurations"/>
    public bool FailRecordingConfigurations { get; set; }

    /// <inheritdoc cref="EmulatorFaults.ReadsUntilSettled"/>
    public int ReadsUntilSettled
    {
        get => _readsUntilSettled;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _readsUntilSettled = value;
        }
    }

    /// <inheritdoc cref="EmulatorFaults.RequestsPerSecond"/>
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
                _rate = value is { } rate ? new Rate(rate, time) : null;
            }
        }
    }

    /// <inheritdoc cref="EmulatorFaults.Fail"/>
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
            RequireKnown(code, ErrorStatus.Codes, nameof(code));
        if (status is not (null or >= 400 and <= 599))
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an error must be 400 to 599.");
        // PowerShell passes $null as an empty string.
        var text = string.IsNullOrEmpty(message) ? $"The emulator was configured to return {code}." : message;
        Plan(
            new PlannedFault(operation, Times(times, probability), after, probability, seed)
            {
                Error = new ApiException(code, text, status),
            });
    }

    /// <inheritdoc cref="EmulatorFaults.Break"/>
    public void Break(string? operation, BrokenAnswer kind, int? times = null, int after = 0, double probability = 1, int? seed = null) =>
        Plan(new PlannedFault(operation, Times(times, probability), after, probability, seed) { Broken = kind });

    /// <inheritdoc cref="EmulatorFaults.Clear"/>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
        (Latency, PendingVerification, RequestsPerSecond) = (TimeSpan.Zero, false, null);
        (FailRecordingConfigurations, ReadsUntilSettled) = (false, 0);
    }

    /// <summary>The faults that still affect calls, oldest first.</summary>
    public IReadOnlyList<object> Planned
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _planned.Select(p => new
                    {
                        p.Operation,
                        p.Error?.Code,
                        p.Error?.Status,
                        Break = p.Broken?.ToString(),
                        Times = p.Left,
                        p.After,
                        p.Probability,
                    }),
                ];
            }
        }
    }

    /// <summary>Returns the error or the kind of invalid response for a call.</summary>
    public (ApiException? Error, BrokenAnswer? Broken) Take(string? operation)
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
    public void Change(Action change)
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
        {
            throw new ArgumentException(
                $"The {what} {SafeText.Quote(name)} does not exist. Did you mean '{NameDistance.Nearest(name, names)}'?",
                what);
        }
    }
}
