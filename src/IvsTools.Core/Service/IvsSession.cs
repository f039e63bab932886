namespace IvsTools.Service;

/// <summary>The calls made for one input, and what there is to tell of them. Not for use by two threads at once.</summary>
public sealed class IvsSession(IvsClient client)
{
    private readonly List<CallTrace> _traces = [];
    private string? _status;

    /// <summary>The calls since the last time that this was asked, in order.</summary>
    public IReadOnlyList<CallTrace> TakeTraces()
    {
        CallTrace[] taken = [.. _traces];
        _traces.Clear();
        return taken;
    }

    /// <summary>What the work is waiting for, to be shown from any thread; null for nothing.</summary>
    public string? Status { get => Volatile.Read(ref _status); set => Volatile.Write(ref _status, value); }

    internal TimeProvider Time => client.Time;

    /// <summary>Makes one call.</summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class =>
        client.SendAsync(operation, request, _traces.Add, cancellationToken);
}
