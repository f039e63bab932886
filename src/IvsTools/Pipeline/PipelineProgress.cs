using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace IvsTools.Pipeline;

/// <summary>Shows the progress of a pipeline after one second. If a call is waiting, the progress is shown immediately.</summary>
/// <param name="write">Writes a progress record.</param>
/// <param name="activity">The name of the cmdlet.</param>
internal sealed class PipelineProgress(Action<ProgressRecord> write, string activity)
{
    private const int Id = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastShown;
    private int _done;
    private bool _isShown;

    /// <summary>Counts one completed input.</summary>
    public void Count() => _done++;

    /// <summary>Shows the progress at most five times per second.</summary>
    /// <param name="underWay">The number of inputs that are being processed.</param>
    /// <param name="isDraining">True after the last input. Only then can the remaining time be estimated.</param>
    /// <param name="statuses">The reasons why calls wait, oldest first.</param>
    public void Show(int underWay, bool isDraining, IEnumerable<string> statuses)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        var waiting = statuses.FirstOrDefault();
        if ((elapsed < Patience && waiting is null) || (_isShown && Stopwatch.GetElapsedTime(_lastShown) < Interval))
            return;
        var rate = _done / elapsed.TotalSeconds;
        var status = waiting ?? string.Create(CultureInfo.CurrentCulture, $"{_done} done, {underWay} in progress, {rate:0.#} per second");
        var record = new ProgressRecord(Id, activity, status);
        if (isDraining && _done > 0)
        {
            record.SecondsRemaining = (int)Math.Ceiling(underWay / rate);
            record.PercentComplete = 100 * _done / (_done + underWay);
        }
        write(record);
        (_isShown, _lastShown) = (true, Stopwatch.GetTimestamp());
    }

    /// <summary>Removes the progress bar.</summary>
    public void End()
    {
        if (!_isShown)
            return;
        write(new ProgressRecord(Id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        _isShown = false;
    }
}
