using System.Management.Automation;
using System.Runtime.ExceptionServices;
using IvsTools.Errors;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>A cmdlet that calls the service: the window of overlapping calls, and the writing of what they bring.</summary>
public abstract class IvsCommand : IvsConnectionCommand, IDisposable
{
    private readonly OrderedWindow<(object? Target, IvsSession? Session), object?> _window = new();
    private readonly PipelineProgress _progress;
    private bool _isDraining;
    private bool _anyAnswer;

    /// <summary>Its work is counted from here on.</summary>
    protected IvsCommand() => _progress = new PipelineProgress(this);

    /// <summary>Maximum number of concurrent calls. Above 1, output and errors keep their order but come after later inputs were read and changed.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [RefuseSecret]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>What to write: '*' for the whole response, a member path such as Channel.Arn, or ^ and a parameter's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Select { get; set; }

    /// <summary>Starts one call whose answer is written in the order of the inputs.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="arn">The ARN that may tell the Region; null for none.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input, taken now: the parameters change with the next input.</param>
    /// <param name="output">What to write of the answer without -Select; null writes nothing.</param>
    private protected void Send<TRequest, TResponse>(
        object? target, string? arn, Operation<TRequest, TResponse> operation, TRequest request, Func<TResponse, object?> output)
        where TRequest : class
        where TResponse : class =>
        Start(target, arn, (session, stop) => session.SendAsync(operation, request, stop), output);

    /// <summary>Starts work of several calls that ends in an answer, as one call does.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="arn">The ARN that may tell the Region; null for none.</param>
    /// <param name="work">The work.</param>
    /// <param name="output">What to write of the answer without -Select: an object, or a list of objects.</param>
    /// <param name="errors">What is an error besides, whatever -Select says; none without it.</param>
    private protected void Start<TResponse>(
        object? target,
        string? arn,
        Func<IvsSession, CancellationToken, Task<TResponse>> work,
        Func<TResponse, object?> output,
        Func<TResponse, IEnumerable<ErrorRecord>>? errors = null)
        where TResponse : class
    {
        var selection = Selection.Of<TResponse>(this, Select, arn);
        Start(target, arn, async (session, stop) =>
        {
            var answer = await work(session, stop).ConfigureAwait(false);
            var written = selection is null ? output(answer) : selection(answer);
            return errors is null ? written : new[] { written }.Concat(errors(answer)).OfType<object>();
        });
    }

    /// <summary>Starts work whose result is written as it is: an object, a list of objects, or ErrorRecords.</summary>
    private protected void Start(object? target, string? arn, Func<IvsSession, CancellationToken, Task<object?>> work)
    {
        if (Connect(arn, target) is { } session)
            Start(target, session, work);
    }

    /// <summary>Writes items as they are asked for: the next is begun when the one before it has been written.</summary>
    private protected void WriteEach<T>(object? target, string? arn, Func<IvsSession, IAsyncEnumerable<T>> items, Func<T, object?> output)
    {
        if (Connect(arn, target) is not { } session)
            return;
        var enumerator = items(session).GetAsyncEnumerator(_window.Stopping);
        bool hasMore;
        do
        {
            hasMore = false;
            // An enumerator that has ended or failed needs no disposal: it holds nothing but its place.
            Start(target, session, async (_, _) => (hasMore = await enumerator.MoveNextAsync().ConfigureAwait(false)) ? output(enumerator.Current) : null);
            Drain();
        }
        while (hasMore);
    }

    /// <summary>Writes an error in its turn: behind what the inputs before it bring.</summary>
    private protected override void Report(ErrorRecord error)
    {
        _window.Start((error.TargetObject, null), _ => Task.FromResult<object?>(error));
        WriteWhatIsDue();
    }

    /// <summary>True if the cmdlet was called by the one of its names that ends so: AWS.Tools has a cmdlet each for one, a list and a batch.</summary>
    private protected bool IsCalled(string ending) => MyInvocation.InvocationName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Waits for all that is under way and writes it.</summary>
    private protected void Drain()
    {
        while (_window.Count > 0)
            WriteNext();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isDraining = true;
        Drain();
        _progress.End();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _window.Stop();

    /// <summary>Ends what is still under way.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is still under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _window.Stop();
        while (_window.Count > 0)
        {
            var unseen = _window.Next(() => { });
            TellUnseen(unseen.Input.Target, unseen.Work);
        }
        _window.Dispose();
    }

    /// <summary>Called for work that ended after the pipeline was stopped, when nothing can be written any more.</summary>
    private protected virtual void TellUnseen(object? target, Task<object?> work)
    {
    }

    private void Start(object? target, IvsSession session, Func<IvsSession, CancellationToken, Task<object?>> work)
    {
        _window.Start((target, session), stop => Task.Run(() => work(session, stop)));
        WriteWhatIsDue();
        ShowProgress();
    }

    // With a limit of one, what an input brings is written before the next input is read.
    private void WriteWhatIsDue()
    {
        while (_window.Count >= ThrottleLimit || _window.HeadIsDone)
            WriteNext();
    }

    private void WriteNext()
    {
        var done = _window.Next(ShowProgress);
        _progress.Count();
        foreach (var trace in done.Input.Session?.TakeTraces() ?? [])
            WriteVerbose(trace.ToString());
        if (done.Work.IsCanceled || _window.Stopping.IsCancellationRequested)
        {
            TellUnseen(done.Input.Target, done.Work);
            throw new PipelineStoppedException();
        }
        if (done.Work.Exception?.InnerException is { } failure)
        {
            WriteFailure(failure, done.Input.Target);
            return;
        }
        // An error that was found on this machine is no answer.
        _anyAnswer |= done.Input.Session is not null;
        Write(done.Work.Result);
    }

    private void ShowProgress() => _progress.Show(_window.Count, _isDraining, _window.Inputs.Select(input => input.Session?.Status).OfType<string>());

    private void Write(object? result)
    {
        switch (result)
        {
            case null:
                break;
            case ErrorRecord error:
                WriteError(error);
                break;
            case IEnumerable<object> many:
                foreach (var item in many)
                    Write(item);
                break;
            default:
                WriteObject(result);
                break;
        }
    }

    private void WriteFailure(Exception failure, object? target)
    {
        if (failure is not IvsServiceException service)
        {
            ExceptionDispatchInfo.Throw(failure);
            return;
        }
        // What never answered will not answer the next input either.
        if (!_anyAnswer && service.StatusCode is null && service.ErrorCode is IvsErrorCode.ConnectionFailed or IvsErrorCode.NoCredentials)
            ThrowTerminatingError(ErrorRecords.From(service, target));
        _anyAnswer |= service.StatusCode is not null;
        // A batch that fails fails for each of its inputs.
        var inputs = target as string[] ?? new[] { target };
        foreach (var input in inputs)
            WriteError(ErrorRecords.From(service, input));
    }
}
