using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Pipeline;

/// <summary>Processes the inputs of a pipeline. Results are written in the order of the inputs.</summary>
internal sealed class PipelineWork : IDisposable
{
    private readonly OrderedWindow _window;
    private readonly PSCmdlet _cmdlet;
    private readonly ICommandRuntime _output;
    private readonly PipelineProgress _progress;
    private readonly HashSet<string> _responding = new(StringComparer.Ordinal);
    private bool _isDraining;

    /// <param name="cmdlet">The cmdlet that writes the results.</param>
    /// <param name="limit">
    /// The maximum number of inputs that are processed at the same time. If the limit is 1, results are written before the
    /// next input is read.
    /// </param>
    /// <param name="stopping">Canceled when the pipeline is stopped.</param>
    public PipelineWork(PSCmdlet cmdlet, int limit, CancellationToken stopping)
    {
        (_cmdlet, _output) = (cmdlet, cmdlet.CommandRuntime);
        _window = new OrderedWindow(limit, stopping);
        _progress = new PipelineProgress(_output.WriteProgress, cmdlet.MyInvocation.MyCommand.Name);
    }

    /// <summary>The callback for exceptions. If null, the exceptions are thrown.</summary>
    public Action<Exception, PipelineInput>? Failed { get; init; }

    /// <summary>Called for work that ends after the pipeline was stopped. The cmdlet cannot write output at that time.</summary>
    public Action<PipelineInput, Task, IReadOnlyList<CallTrace>>? Unseen { get; init; }

    /// <summary>True if a call has received a response, even if its output has not been written yet.</summary>
    public bool HasResponse => _responding.Count > 0 || _window.All.Any(IsResponse);

    /// <summary>Returns true if a call to the endpoint has received a response.</summary>
    public bool HasResponseFrom(string endpoint) =>
        _responding.Contains(endpoint)
        || _window.All.Any(pending => pending.Input.Context?.Endpoint == endpoint && IsResponse(pending));

    /// <summary>Starts the work on one input.</summary>
    public void Start(PipelineInput input, Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        _window.Start(input, work);
        WriteFinished();
    }

    /// <summary>Writes an error after the output for earlier inputs.</summary>
    public void AddError(ErrorRecord error) => Add(new PipelineRecord.Error(error), error.TargetObject);

    /// <summary>Writes a warning after the output for earlier inputs.</summary>
    public void AddWarning(string message) => Add(new PipelineRecord.Warning(message), null);

    /// <summary>Waits until the work in progress has ended, and writes the results.</summary>
    public void Drain()
    {
        while (_window.Count > 0)
            WriteNext();
    }

    /// <summary>Writes the remaining results after the last input.</summary>
    public void End()
    {
        _isDraining = true;
        Drain();
        _progress.End();
    }

    /// <summary>Cancels the work in progress, and waits until it has ended.</summary>
    public void Dispose()
    {
        _window.Stop();
        while (_window.Count > 0)
        {
            var (input, work) = _window.Next(() => { });
            Unseen?.Invoke(input, work, Traces(input));
        }
        _window.Dispose();
    }

    private void Add(PipelineRecord record, object? target)
    {
        _window.Add(new PipelineInput(target), [record]);
        WriteFinished();
    }

    // Completed work waits for the work on earlier inputs, because results are written in the order of the inputs.
    private void WriteFinished()
    {
        while (_window.HeadIsDone || _window.IsFull)
            WriteNext();
        ShowProgress();
    }

    private void WriteNext()
    {
        try
        {
            var next = _window.Next(ShowProgress);
            _progress.Count();
            if (next.Input.Context is { } context && IsResponse(next))
                _responding.Add(context.Endpoint);
            Write(next);
        }
        catch
        {
            // The exception ends this cmdlet, but PowerShell does not dispose the cmdlet until the other commands of the pipeline have
            // ended. These commands can run for a long time, and calls that have not started must not start during that time.
            _window.Stop();
            throw;
        }
    }

    private void Write(OrderedWindow.Pending next)
    {
        var (input, work) = next;
        var traces = Traces(input);
        try
        {
            if (work.IsCanceled || IsStopped)
                throw new PipelineStoppedException();
            foreach (var trace in traces)
                _output.WriteVerbose(trace.ToString());
            if (work.Exception?.InnerException is { } failure && Failed is not null)
            {
                Failed(failure, input);
                return;
            }
            foreach (var record in work.GetAwaiter().GetResult())
                record.Write(_output);
        }
        catch (PipelineStoppedException) when (work.IsCanceled || IsStopped)
        {
            Unseen?.Invoke(input, work, traces);
            throw;
        }
    }

    // When the user stops the pipeline, PowerShell sets the property Stopping of the cmdlet and rejects output. Only after that, it
    // calls StopProcessing, which cancels the token.
    private bool IsStopped => _window.Stopping.IsCancellationRequested || _cmdlet.Stopping;

    private static IReadOnlyList<CallTrace> Traces(PipelineInput input) => input.Context?.TakeTraces() ?? [];

    // A record from AddError or AddWarning does not belong to a call, so its input has no context.
    private static bool IsResponse(OrderedWindow.Pending pending) =>
        pending.Input.Context is not null
        && (pending.Work.IsCompletedSuccessfully || pending.Work.Exception?.InnerException is IvsServiceException { StatusCode: not null });

    private void ShowProgress() =>
        _progress.Show(_window.Count, _isDraining, _window.All.Select(pending => pending.Input.Context?.Status).OfType<string>());
}
