namespace IvsTools.Service;

/// <summary>Calls operations of the service. Tests replace the client with a test double.</summary>
internal interface ICaller
{
    /// <summary>The clock for waits.</summary>
    TimeProvider Time { get; }

    /// <summary>Makes one call.</summary>
    Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, Action<CallTrace>? trace, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class;
}
