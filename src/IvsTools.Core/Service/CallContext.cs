namespace IvsTools.Service;

/// <summary>Makes the calls for one input and records information about them. The object is not thread-safe.</summary>
internal sealed class CallContext(ICaller caller)
{
    private readonly List<CallTrace> _traces = [];
    private string? _status;

    /// <summary>Returns the calls that were made after the last use of this method, in chronological order.</summary>
    public IReadOnlyList<CallTrace> TakeTraces()
    {
        CallTrace[] taken = [.. _traces];
        _traces.Clear();
        return taken;
    }

    /// <summary>The state that the operation waits for, or null. The property is thread-safe.</summary>
    public string? Status { get => Volatile.Read(ref _status); set => Volatile.Write(ref _status, value); }

    /// <summary>The endpoint of the calls.</summary>
    public string Endpoint => caller.Endpoint;

    public TimeProvider Time => caller.Time;

    /// <summary>Makes one call.</summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class =>
        caller.SendAsync(operation, request, _traces.Add, cancellationToken);
}
