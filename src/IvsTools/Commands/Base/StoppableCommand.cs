using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that read files. Ctrl+C also ends the read of a named pipe without a writer.</summary>
public abstract class StoppableCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Set when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Cancels the reads and calls in progress. Called from another thread.</summary>
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

    /// <summary>
    /// Passes a token that is canceled when the pipeline is stopped. The cancellation ends the pipeline as a stop, not as an error.
    /// </summary>
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
