using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>A cmdlet that calls the service: the connection, the window of overlapping calls, and the writing of what they bring.</summary>
public abstract class IvsCommand : PSCmdlet, IDisposable
{
    private readonly OrderedWindow _window = new();
    private bool _anyAnswer;

    /// <summary>The Region; without it the ARN's, then the session's, environment's and profile's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Goes with SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>For temporary credentials.</summary>
    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>An access key as user name and its secret key as password.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>A profile of the AWS config or credentials file.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The file to look for the profile in.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An endpoint in place of the Region's own.</summary>
    [Parameter]
    public string? EndpointUrl { get; set; }

    /// <summary>Bounds each call, retries included.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How many calls are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>Starts one call whose answer is written in the order of the inputs.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="arn">The ARN that may tell the Region; null for none.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input, taken now: the parameters change with the next input.</param>
    /// <param name="output">What to write of the answer; null writes nothing.</param>
    private protected void Send<TRequest, TResponse>(
        object? target, string? arn, Operation<TRequest, TResponse> operation, TRequest request, Func<TResponse, object?> output)
        where TRequest : class
        where TResponse : class =>
        Start(target, arn, async (session, stop) => output(await session.SendAsync(operation, request, stop).ConfigureAwait(false)));

    /// <summary>Starts work of several calls. Its result may be an object, a list of objects, or hold ErrorRecords.</summary>
    private protected void Start(object? target, string? arn, Func<IvsSession, CancellationToken, Task<object?>> work)
    {
        if (Connect(arn, target) is not { } session)
            return;
        while (_window.Count >= ThrottleLimit)
            WriteNext();
        _window.Start(target, session, work);
        while (_window.HeadIsDone)
            WriteNext();
    }

    /// <summary>Walks a list page by page on the pipeline's thread: the next page is asked for only when someone still wants objects.</summary>
    private protected void WritePages<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, Func<string?, TRequest> page, Func<TResponse, (IEnumerable<object>? Items, string? Next)> read, string? arn = null)
        where TRequest : class
        where TResponse : class
    {
        string? next = null;
        do
        {
            string? following = null;
            var request = page(next);
            Send(arn, arn, operation, request, answer =>
            {
                (var items, following) = read(answer);
                return items;
            });
            Drain();
            next = following;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>Waits for all that is under way and writes it.</summary>
    private protected void Drain()
    {
        while (_window.Count > 0)
            WriteNext();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Drain();

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
        if (disposing)
            _window.Dispose();
    }

    private IvsSession? Connect(string? arn, object? target)
    {
        try
        {
            return new IvsSession(IvsClient.For(Connection.Settings(this, arn)));
        }
        catch (IvsServiceException e)
        {
            var error = ErrorRecords.From(e, target);
            // A Region that contradicts one ARN may fit the next; the others fit none.
            if (e.ErrorCode != IvsErrorCode.RegionMismatch)
                ThrowTerminatingError(error);
            WriteError(error);
            return null;
        }
    }

    private void WriteNext()
    {
        var done = _window.Next();
        foreach (var trace in done.Session.Traces)
            WriteVerbose(trace.ToString());
        if (done.Work.IsCanceled || _window.Stopping.IsCancellationRequested)
            throw new PipelineStoppedException();
        if (done.Work.Exception?.InnerException is { } failure)
        {
            WriteFailure(failure, done.Target);
            return;
        }
        _anyAnswer = true;
        switch (done.Work.Result)
        {
            case null:
                break;
            case IEnumerable<object> many:
                foreach (var item in many)
                    WriteOne(item);
                break;
            case var one:
                WriteOne(one);
                break;
        }
    }

    private void WriteOne(object item)
    {
        if (item is ErrorRecord error)
            WriteError(error);
        else
            WriteObject(item);
    }

    private void WriteFailure(Exception failure, object? target)
    {
        if (failure is not IvsServiceException service)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            return;
        }
        var error = ErrorRecords.From(service, target);
        // What never answered will not answer the next input either.
        if (!_anyAnswer && service.StatusCode is null && service.ErrorCode is IvsErrorCode.ConnectionFailed or IvsErrorCode.NoCredentials)
            ThrowTerminatingError(error);
        _anyAnswer |= service.StatusCode is not null;
        WriteError(error);
    }
}
