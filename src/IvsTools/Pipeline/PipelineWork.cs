using System.Management.Automation;

namespace IvsTools.Pipeline;

/// <summary>Starts the work on the inputs of a pipeline, and writes the results in the order of the inputs.</summary>
internal sealed class PipelineWork : IDisposable
{
    private readonly OrderedWindow _window;
    private readonly ICommandRuntime _output;
    private readonly PipelineProgress _progress;
    private bool _isDraining;

    /// <param name="output">Where results are written.</param>
    /// <param name="activity">The name of the cmdlet, for progress.</param>
    /// <param name="limit">
    /// How many inputs are worked on at the same time. With 1, the results of an input are written before the next input is read.
    /// </param>
    /// <param name="stopping">Canceled when the pipeline is stopped, to cancel the work in progress.</param>
    public PipelineWork(ICommandRuntime output, string activity, int limit, CancellationToken stopping)
    {
        _output = output;
        _window = new OrderedWindow(limit, stopping);
        _progress = new PipelineProgress(output.WriteProgress, activity);
    }

    /// <summary>Called with the exception of the work on an input. Null to throw the exception.</summary>
    public Action<Exception, PipelineInput>? Failed { get; init; }

    /// <summary>Receives work that ended after the pipeline was stopped, when output is no longer possible.</summary>
    public Action<PipelineInput, Task<IEnumerable<PipelineRecord>>>? Unseen { get; init; }

    /// <summary>True if a call has received a response.</summary>
    public bool HasResponse { get; set; }

    /// <summary>Set when the pipeline is stopped.</summary>
    public CancellationToken Stopping => _window.Stopping;

    /// <summary>Starts the work on one input, and keeps the order of its records.</summary>
    public void Start(PipelineInput input, Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        _window.Start(input, work);
        WriteFinished();
    }

    /// <summary>Writes an error after the results of the earlier inputs.</summary>
    public void AddError(ErrorRecord error) => Add(new PipelineRecord.Error(error), error.TargetObject);

    /// <summary>Writes a warning after the results of the earlier inputs.</summary>
    public void AddWarning(string message) => Add(new PipelineRecord.Warning(message), null);

    /// <summary>Waits for the work in progress and writes its results.</summary>
    public void Drain()
    {
        while (_window.Count > 0)
            WriteNext();
    }

    /// <summary>Waits for the work in progress after the last input, and writes its results.</summary>
    public void End()
    {
        _isDraining = true;
        Drain();
        _progress.End();
    }

    /// <summary>Cancels the work in progress and waits for its end, so that no work continues after the pipeline.</summary>
    public void Dispose()
    {
        _window.Stop();
        while (_window.Count > 0)
        {
            var (input, work) = _window.Next(() => { });
            Unseen?.Invoke(input, work);
        }
        _window.Dispose();
    }

    private void Add(PipelineRecord record, object? target)
    {
        _window.Add(new PipelineInput(target), [record]);
        WriteFinished();
    }

    // Results are written in the order of the inputs, so completed work waits for the work on earlier inputs.
    private void WriteFinished()
    {
        while (_window.HeadIsDone || _window.IsFull)
            WriteNext();
        ShowProgress();
    }

    private void WriteNext()
    {
        var (input, work) = _window.Next(ShowProgress);
        _progress.Count();
        foreach (var trace in input.Context?.TakeTraces() ?? [])
            _output.WriteVerbose(trace.ToString());
        if (work.IsCanceled || Stopping.IsCancellationRequested)
        {
            Unseen?.Invoke(input, work);
            throw new PipelineStoppedException();
        }
        if (work.Exception?.InnerException is { } failure && Failed is not null)
        {
            Failed(failure, input);
            return;
        }
        foreach (var record in work.GetAwaiter().GetResult())
            record.Write(_output);
        // A record that was added directly does not come from a call.
        HasResponse |= input.Context is not null;
    }

    private void ShowProgress() =>
        _progress.Show(_window.Count, _isDraining, _window.Inputs.Select(input => input.Context?.Status).OfType<string>());
}
