using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator;

/// <summary>How the emulator misbehaves. May be changed at any time, from any thread.</summary>
public sealed class EmulatorFaults
{
    private readonly TimeProvider _time;
    private readonly object _gate = new();
    private readonly List<Planned> _planned = [];
    private Rate? _rate;
    private double? _requestsPerSecond;

    internal EmulatorFaults(TimeProvider time) => _time = time;

    /// <summary>Waited before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>True refuses every creation with PendingVerification.</summary>
    public bool PendingVerification { get; set; }

    /// <summary>True lets every new recording configuration end in CREATE_FAILED, as for a bucket that cannot be used.</summary>
    public bool FailRecordingConfigurations { get; set; }

    /// <summary>How often a change that takes its time can be looked at before it shows: a recording configuration that is being created, a stream that is being stopped.</summary>
    public int LooksUntilSettled { get; set; }

    /// <summary>Calls over this rate get 429; a second's worth may come at once. Null for no limit.</summary>
    public double? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set
        {
            lock (_gate)
            {
                _requestsPerSecond = value;
                _rate = value is { } rate ? new Rate(rate, _time) : null;
            }
        }
    }

    /// <summary>Lets the next calls fail.</summary>
    /// <param name="operation">The API operation; null for any.</param>
    /// <param name="code">Any error code of the service, or of AWS.</param>
    /// <param name="times">How many calls fail.</param>
    /// <param name="message">The error's text; null for one that names the code.</param>
    /// <param name="status">The HTTP status; null for the one that belongs to the code.</param>
    /// <param name="after">How many calls are answered as usual first.</param>
    public void Fail(string? operation, string code, int times = 1, string? message = null, int? status = null, int after = 0) =>
        Plan(new Planned(operation, times, after) { Error = new ApiException(code, message ?? $"The emulator was asked to answer {code}.", status) });

    /// <summary>Lets the next calls get an answer that is none.</summary>
    /// <param name="operation">The API operation; null for any.</param>
    /// <param name="kind">What is sent in place of the answer. What was asked for is done all the same.</param>
    /// <param name="times">How many calls get it.</param>
    /// <param name="after">How many calls are answered as usual first.</param>
    public void Break(string? operation, BrokenAnswer kind, int times = 1, int after = 0) => Plan(new Planned(operation, times, after) { Broken = kind });

    /// <summary>Behaves again.</summary>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
        (Latency, PendingVerification, RequestsPerSecond) = (TimeSpan.Zero, false, null);
        (FailRecordingConfigurations, LooksUntilSettled) = (false, 0);
    }

    /// <summary>The failure that is due for a call, if one is.</summary>
    internal (ApiException? Error, BrokenAnswer? Broken) Take(string? operation)
    {
        lock (_gate)
        {
            if (_rate?.TryTake() is false)
                return (new ApiException("ThrottlingException", "Rate exceeded"), null);
            var due = _planned.Find(p => p.Operation is null || p.Operation == operation);
            if (due is { After: > 0 })
            {
                due.After--;
                return (null, null);
            }
            if (due is not null && --due.Left == 0)
                _planned.Remove(due);
            return (due?.Error, due?.Broken);
        }
    }

    private void Plan(Planned planned)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(planned.Left, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(planned.After);
        lock (_gate)
            _planned.Add(planned);
    }

    private sealed class Planned(string? operation, int times, int after)
    {
        public string? Operation { get; } = operation;
        public int Left { get; set; } = times;
        public int After { get; set; } = after;
        public ApiException? Error { get; init; }
        public BrokenAnswer? Broken { get; init; }
    }
}
