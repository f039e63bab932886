using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Shows how far the work of a pipeline is, once it has taken a second, and at once what it waits for.</summary>
internal sealed class PipelineProgress(PSCmdlet cmdlet)
{
    private const int Id = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastShown;
    private int _done;
    private bool _isShown;

    /// <summary>One input is done.</summary>
    public void Count() => _done++;

    /// <summary>Shows what there is to show; it may be called at any time, and shows five times a second at most.</summary>
    /// <param name="underWay">Inputs whose work goes on.</param>
    /// <param name="isDraining">True if no further input comes: then the time that is left is known.</param>
    /// <param name="statuses">What the work under way waits for, oldest first.</param>
    public void Show(int underWay, bool isDraining, IEnumerable<string> statuses)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        var waiting = statuses.FirstOrDefault();
        if ((elapsed < Patience && waiting is null) || (_isShown && Stopwatch.GetElapsedTime(_lastShown) < Interval))
            return;
        var rate = _done / elapsed.TotalSeconds;
        var status = waiting ?? string.Create(CultureInfo.CurrentCulture, $"{_done} done, {underWay} in progress, {rate:0.#} per second");
        var record = new ProgressRecord(Id, cmdlet.MyInvocation.MyCommand.Name, status);
        if (isDraining && _done > 0)
        {
            record.SecondsRemaining = (int)Math.Ceiling(underWay / rate);
            record.PercentComplete = 100 * _done / (_done + underWay);
        }
        cmdlet.WriteProgress(record);
        (_isShown, _lastShown) = (true, Stopwatch.GetTimestamp());
    }

    /// <summary>Takes it away.</summary>
    public void End()
    {
        if (!_isShown)
            return;
        cmdlet.WriteProgress(new ProgressRecord(Id, cmdlet.MyInvocation.MyCommand.Name, "Done") { RecordType = ProgressRecordType.Completed });
        _isShown = false;
    }
}
