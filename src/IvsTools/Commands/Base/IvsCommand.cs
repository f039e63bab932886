using System.Management.Automation;
using System.Runtime.ExceptionServices;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that call the service and write the responses in the order of the inputs.</summary>
public abstract class IvsCommand : IvsConnectionCommand
{
    private readonly InputCheck _check;
    private PipelineWork? _work;

    /// <summary>Checks each input for unknown columns and values.</summary>
    protected IvsCommand() => _check = new InputCheck(this);

    /// <summary>
    /// Maximum number of concurrent calls.
    /// With a value above 1, output and errors keep their order, but are written after later inputs were read and changed.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [ValidateNotSecret]
    [NullIsDefault(1)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>
    /// What the cmdlet returns: '*' for the whole response, a member path such as Channel.Arn, or ^ and the name of a parameter.
    /// </summary>
    [Parameter]
    [ValidateNotEmpty]
    [ArgumentCompleter(typeof(SelectCompleter))]
    public string? Select { get; set; }

    /// <summary>Not supported. AWS.Tools 5 does not have this parameter either.</summary>
    [Parameter(DontShow = true)]
    [FlagTransformation]
    [Unsupported("Use -Select with ^ and the name of a parameter, such as -Select ^Arn.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// True if the output of a batch operation includes its errors: without -Select, with '*', and with a path that starts with Errors.
    /// </summary>
    private protected bool SelectsErrors => Select is null or "*" || Select.StartsWith("Errors", StringComparison.OrdinalIgnoreCase);

    private PipelineWork Work => _work ?? throw new InvalidOperationException("BeginProcessing has not been called.");

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _work = new PipelineWork(this, ThrottleLimit, StopToken)
        {
            Failed = WriteFailure,
            Unseen = (input, work, traces) => WriteUnseen(input.Target, work, traces),
        };

    /// <summary>Starts one call. Its response is written in the order of the inputs.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="arn">The ARN whose Region is used, or null.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request, which is read now because the parameters change with the next input.</param>
    /// <param name="output">The default output from the response. Null writes nothing.</param>
    private protected void Send<TRequest, TResponse>(
        object? target, string? arn, Operation<TRequest, TResponse> operation, TRequest request, Func<TResponse, object?> output)
        where TRequest : class
        where TResponse : class =>
        Start(target, arn, (context, stop) => context.SendAsync(operation, request, stop), output);

    /// <summary>Starts several calls that result in one response.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="arn">The ARN whose Region is used, or null.</param>
    /// <param name="work">The work.</param>
    /// <param name="output">The default output from the response: an object or a list of objects.</param>
    /// <param name="errors">The errors in the response, which are written regardless of -Select.</param>
    private protected void Start<TResponse>(
        object? target,
        string? arn,
        Func<CallContext, CancellationToken, Task<TResponse>> work,
        Func<TResponse, object?> output,
        Func<TResponse, IEnumerable<ErrorRecord>>? errors = null)
        where TResponse : class
    {
        var selection = Selection.Of<TResponse>(this, Select, arn);
        Start(target, arn, async (context, stop) =>
        {
            var response = await work(context, stop).ConfigureAwait(false);
            var records = PipelineRecord.Outputs(selection is null ? output(response) : selection(response));
            return errors is null ? records : records.Concat(errors(response).Select(error => new PipelineRecord.Error(error)));
        });
    }

    /// <summary>Starts work, and writes its records unchanged.</summary>
    private protected void Start(
        object? target, string? arn, Func<CallContext, CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        WarnOfInput();
        if (Connect(arn, target) is { } context)
            Start(target, context, work);
    }

    /// <summary>Writes items on demand: the next item is started after the previous item was written.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="arn">The ARN whose Region is used, or null.</param>
    /// <param name="items">The items. An enumerator that is not read to its end must not hold resources that require disposal.</param>
    /// <param name="output">The output for an item.</param>
    private protected void WriteEach<T>(object? target, string? arn, Func<CallContext, IAsyncEnumerable<T>> items, Func<T, object?> output)
    {
        WarnOfInput();
        if (Connect(arn, target) is not { } context)
            return;
        var enumerator = items(context).GetAsyncEnumerator(Work.Stopping);
        bool hasMore;
        do
        {
            hasMore = false;
            Start(target, context, async (_, _) =>
            {
                hasMore = await enumerator.MoveNextAsync().ConfigureAwait(false);
                return PipelineRecord.Outputs(hasMore ? output(enumerator.Current) : null);
            });
            Drain();
        }
        while (hasMore);
    }

    /// <summary>Writes an error after the results of the earlier inputs.</summary>
    private protected override void Report(ErrorRecord error) => Work.AddError(error);

    /// <summary>Writes warnings for unknown columns and values of the current input.</summary>
    private protected void WarnOfInput()
    {
        foreach (var warning in _check.Warnings())
            Warn(warning);
    }

    /// <summary>The text for a resource in a prompt: its ARN, and its name if the input contains the name.</summary>
    private protected string NamedTarget(string arn) => _check.NameOf(arn) is { } name ? $"{name} ({arn})" : arn;

    /// <summary>Writes a warning after the results of the earlier inputs.</summary>
    private protected void Warn(string message) => Work.AddWarning(message);

    /// <summary>Waits for the work in progress and writes its results.</summary>
    private protected void Drain() => Work.Drain();

    /// <inheritdoc/>
    protected override void EndProcessing() => Work.End();

    /// <summary>Ends the work in progress.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _work?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Called for work that ended after the pipeline was stopped, when output is no longer possible.</summary>
    private protected virtual void WriteUnseen(object? target, Task work, IReadOnlyList<CallTrace> calls)
    {
    }

    private void Start(
        object? target, CallContext context, Func<CallContext, CancellationToken, Task<IEnumerable<PipelineRecord>>> work) =>
        Work.Start(new PipelineInput(target, context), stop => work(context, stop));

    private void WriteFailure(Exception failure, PipelineInput input)
    {
        if (failure is not IvsServiceException service)
        {
            ExceptionDispatchInfo.Throw(failure);
            return;
        }
        // If no call has received a response, later calls will also fail.
        if (!Work.HasResponse
            && service.StatusCode is null
            && service.ErrorCode is IvsErrorCode.ConnectionFailed or IvsErrorCode.NoCredentials)
        {
            ThrowTerminatingError(ErrorRecords.From(service, input.Target));
        }
        // If a batch fails, each of its inputs fails.
        foreach (var target in input.Target as string[] ?? new[] { input.Target })
            WriteError(ErrorRecords.From(service, target));
    }
}
