namespace IvsTools.Service;

/// <summary>What makes calls for a session: a client, or a test's stand-in for the service.</summary>
internal interface ICaller
{
    /// <summary>The clock of waits.</summary>
    TimeProvider Time { get; }

    /// <summary>Makes one call.</summary>
    Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, Action<CallTrace>? trace, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class;
}
