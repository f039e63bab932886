namespace IvsTools.Service;

/// <summary>Calls operations of the service. Tests replace the client with a test double.</summary>
internal interface ICaller
{
    TimeProvider Time { get; }

    string Endpoint { get; }

    Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, Action<CallTrace>? trace, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class;
}
