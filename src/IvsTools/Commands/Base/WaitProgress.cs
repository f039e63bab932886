using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Shows what is waited for, while it is.</summary>
internal sealed class WaitProgress
{
    private const int Id = 1;
    private bool _shown;

    /// <param name="cmdlet">Who writes.</param>
    /// <param name="statuses">What the work under way waits for, oldest first.</param>
    public void Show(Cmdlet cmdlet, IEnumerable<string> statuses)
    {
        var waiting = statuses.ToList();
        if (waiting.Count == 0)
            return;
        cmdlet.WriteProgress(new ProgressRecord(Id, "Amazon IVS", waiting[0])
        {
            CurrentOperation = waiting.Count > 1 ? $"{waiting.Count - 1} more" : string.Empty,
        });
        _shown = true;
    }

    public void End(Cmdlet cmdlet)
    {
        if (!_shown)
            return;
        cmdlet.WriteProgress(new ProgressRecord(Id, "Amazon IVS", "Done") { RecordType = ProgressRecordType.Completed });
        _shown = false;
    }
}
