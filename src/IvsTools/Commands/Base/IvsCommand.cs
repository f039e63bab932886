using System.Management.Automation;
using System.Runtime.ExceptionServices;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that call the service. The output has the same order as the input.</summary>
public abstract class IvsCommand : ConnectionCommand
{
    // The failures of endpoints that have not responded. Inputs for other Regions use other endpoints.
    private readonly Dictionary<string, IvsServiceException> _unreachable = new(StringComparer.Ordinal);
    private PipelineWork? _work;

    /// <summary>
    /// The maximum number of concurrent calls. If the value is greater than 1, calls for later inputs start before the output for
    /// earlier inputs is written.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [RejectSecret]
    [NullIsDefault(1)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>
    /// The output of the cmdlet: the whole response (*), a part of it (a path such as Channel.Arn), or the value of a parameter (^ and
    /// the parameter name).
    /// </summary>
    [Parameter]
    [ValidateNotEmpty]
    [ArgumentCompleter(typeof(SelectCompleter))]
    public string? Select { get; set; }

    /// <summary>Not supported. AWS.Tools 5 does not have this parameter either.</summary>
    [Parameter(DontShow = true)]
    [FlagTransformation]
    [Unsupported("Use -Select with ^ followed by a parameter name, such as -Select ^Arn.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The endpoint to call instead of the endpoint of the Region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LocalEndpointCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>Not supported.</summary>
    [Parameter(DontShow = true)]
    [Unsupported("Use -EndpointUrl, -Region and -TimeoutSec.")]
    public object? ClientConfig { get; set; }

    /// <summary>Not supported.</summary>
    [Parameter(DontShow = true)]
    [Unsupported("Sign in with the AWS CLI, for example aws sso login, and use -ProfileName.")]
    public object? NetworkCredential { get; set; }

    /// <summary>True if the value of -Select includes the errors of a batch operation in the output.</summary>
    private protected bool SelectsErrors => Select is null or "*" || SelectsOnlyErrors;

    /// <summary>True if the output contains only the errors of a batch operation.</summary>
    private protected bool SelectsOnlyErrors => Select?.StartsWith("Errors", StringComparison.OrdinalIgnoreCase) is true;

    private PipelineWork Work => _work ?? throw new InvalidOperationException("BeginProcessing has not been called.");

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _work = new PipelineWork(this, ThrottleLimit, StopToken)
        {
            Failed = WriteFailure,
            Unseen = (input, work, traces) => WriteUnseen(input.Target, work, traces),
        };
    }

    /// <summary>Starts one call.</summary>
    /// <param name="target">The target object of error records.</param>
    /// <param name="arn">The ARN that determines the Region, or null.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="output">Returns the default output. If null, nothing is written.</param>
    /// <param name="errors">Returns the errors in the response, which are written regardless of -Select.</param>
    /// <param name="selected">Returns the output if -Select specifies a parameter. Default: the value of this parameter.</param>
    private protected void Send<TRequest, TResponse>(
        object? target,
        string? arn,
        Operation<TRequest, TResponse> operation,
        TRequest request,
        Func<TResponse, object?> output,
        Func<TResponse, IEnumerable<ErrorRecord>>? errors = null,
        Func<object, object?>? selected = null)
        where TRequest : class
        where TResponse : class =>
        Start(target, arn, (context, stop) => context.SendAsync(operation, request, stop), output, errors, selected);

    /// <summary>Starts work that can make several calls and returns one response.</summary>
    /// <param name="target">The target object of error records.</param>
    /// <param name="arn">The ARN that determines the Region, or null.</param>
    /// <param name="work">Makes the calls and returns the response.</param>
    /// <param name="output">Returns the default output, which is one object or a list of objects.</param>
    /// <param name="errors">Returns the errors in the response, which are written regardless of -Select.</param>
    /// <param name="selected">Returns the output if -Select specifies a parameter. Default: the value of this parameter.</param>
    private protected void Start<TResponse>(
        object? target,
        string? arn,
        Func<CallContext, CancellationToken, Task<TResponse>> work,
        Func<TResponse, object?> output,
        Func<TResponse, IEnumerable<ErrorRecord>>? errors = null,
        Func<object, object?>? selected = null)
        where TResponse : class
    {
        var selection = selected ?? Selection.Of<TResponse>(this, Select, arn);
        Start(target, arn, async (context, stop) =>
        {
            var response = await work(context, stop).ConfigureAwait(false);
            var records = PipelineRecord.Outputs(selection is null ? output(response) : selection(response));
            return errors is null ? records : records.Concat(errors(response).Select(error => new PipelineRecord.Error(error)));
        });
    }

    /// <summary>Starts work, and writes the records that it returns.</summary>
    private protected void Start(
        object? target, string? arn, Func<CallContext, CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        Input.Warn();
        if (Connect(arn, target) is { } context)
            Start(new PipelineInput(target, context, arn), stop => work(context, stop));
    }

    /// <summary>Starts work, and writes the records that it returns.</summary>
    private protected void Start(PipelineInput input, Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        FlushBatch();
        Work.Start(input, work);
    }

    /// <summary>Sends the inputs that wait in a batch, so that the output for later inputs is not written first.</summary>
    private protected virtual void FlushBatch()
    {
    }

    /// <summary>Writes an error after the output for earlier inputs.</summary>
    private protected override void Report(ErrorRecord error)
    {
        FlushBatch();
        Work.AddError(error);
    }

    /// <summary>Writes a warning after the output for earlier inputs.</summary>
    private protected override void Warn(string message)
    {
        FlushBatch();
        Work.AddWarning(message);
    }

    /// <summary>
    /// Returns the text that identifies a resource in a prompt: the name and the ARN, or only the ARN if the input does not contain
    /// the name.
    /// </summary>
    private protected string NamedTarget(string arn) => Input.NameOf(arn) is { } name ? $"{name} ({arn})" : arn;

    /// <summary>Waits until the work in progress has ended, and writes the results.</summary>
    private protected void Drain() => Work.Drain();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        FlushBatch();
        Work.End();
    }

    /// <summary>Cancels the work in progress.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _work?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Called for work that ends after the pipeline was stopped. The cmdlet cannot write output at that time.</summary>
    private protected virtual void WriteUnseen(object? target, Task work, IReadOnlyList<CallTrace> calls)
    {
    }

    /// <summary>
    /// Returns the call context for one input. If the input and -Region specify different Regions, an error is written and
    /// null is returned.
    /// </summary>
    private protected CallContext? Connect(string? arn, object? target)
    {
        // A null or empty value is probably a mistake in the script. It must cause an error, not a call to the default endpoint.
        var endpoint = EndpointUrl ?? (MyInvocation.BoundParameters.ContainsKey(nameof(EndpointUrl)) ? string.Empty : null);
        var connection = SpecifiedConnection with { EndpointUrl = endpoint };
        try
        {
            var context = new CallContext(IvsClient.For(connection.Settings(arn), StopToken));
            return _unreachable.TryGetValue(context.Endpoint, out var failure) ? throw failure : context;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (IvsServiceException e)
        {
            // Errors that are caused by the Region apply only to this ARN. All other errors apply to every input, so they end the pipeline.
            if (arn is null
                || e.ErrorCode is not (IvsErrorCode.RegionMismatch or IvsErrorCode.InvalidRegion or IvsErrorCode.ConnectionFailed))
            {
                ThrowTerminatingError(ErrorRecords.From(e, target));
            }
            foreach (var error in ErrorsOf(e, target))
                Report(error);
            return null;
        }
    }

    private void WriteFailure(Exception failure, PipelineInput input)
    {
        if (failure is not IvsServiceException service)
        {
            ExceptionDispatchInfo.Throw(failure);
            return;
        }
        if (service.StatusCode is null && service.ErrorCode == IvsErrorCode.NoCredentials && !Work.HasResponse)
            ThrowTerminatingError(ErrorRecords.From(service, input.Target));
        if (service.StatusCode is null
            && service.ErrorCode == IvsErrorCode.ConnectionFailed
            && input.Context is { Endpoint: var endpoint }
            && !Work.HasResponseFrom(endpoint))
        {
            // Later calls to the endpoint would also fail. If all inputs use this endpoint, the error ends the pipeline.
            if (!IsRegional(endpoint, input.Arn))
                ThrowTerminatingError(ErrorRecords.From(service, input.Target));
            _unreachable[endpoint] = service;
        }
        foreach (var error in ErrorsOf(service, input.Target))
            WriteError(error);
    }

    // Returns true if the Region in the ARN determines the endpoint.
    private bool IsRegional(string endpoint, string? arn) =>
        Region is null
        && EndpointUrl is null
        && IvsArn.RegionOf(arn) is { } region
        && endpoint.Contains($".{region}.", StringComparison.Ordinal);

    // The error of a batch applies to each of its inputs.
    private static IEnumerable<ErrorRecord> ErrorsOf(IvsServiceException failure, object? target) =>
        (target as string[] ?? new[] { target }).Select(one => ErrorRecords.From(failure, one));
}
