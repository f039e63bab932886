using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>
/// Base class for cmdlets that can be stopped while they read a file. For example, a named pipe without a writer blocks the read.
/// </summary>
public abstract class StoppableCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Canceled when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Cancels the reads and calls in progress. PowerShell calls this method from another thread.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <summary>Runs a read that is canceled when the pipeline is stopped. The cancellation is not reported as an error.</summary>
    private protected void UntilStopped(Action<CancellationToken> read)
    {
        try
        {
            read(StopToken);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
