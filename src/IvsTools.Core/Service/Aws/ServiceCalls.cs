using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace IvsTools.Service.Aws;

/// <summary>Makes the calls of an SDK client to a service other than Amazon IVS.</summary>
/// <remarks>Connections, rate limits, errors and cancellation are handled as for calls to Amazon IVS.</remarks>
internal sealed class ServiceCalls
{
    private readonly string _service;
    private readonly string _prefix;
    private readonly ConnectionSettings _settings;
    private readonly CallRunner _runner;
    private readonly string _endpoint;
    private readonly bool _isCustomEndpoint;

    /// <param name="service">The service name that messages contain.</param>
    /// <param name="prefix">The prefix of the service in IAM permissions.</param>
    /// <param name="settings">The connection.</param>
    /// <param name="config">The client settings to which the connection is added.</param>
    /// <param name="example">Any request to the service. The endpoint rules require a request.</param>
    /// <exception cref="IvsServiceException">The connection cannot be used.</exception>
    public ServiceCalls(string service, string prefix, ConnectionSettings settings, ClientConfig config, AmazonWebServiceRequest example)
    {
        var region = settings.Region!;
        ClientSettings.Apply(config, settings, region);
        _isCustomEndpoint = !string.IsNullOrEmpty(config.ServiceURL);
        _endpoint = _isCustomEndpoint
            ? config.ServiceURL
            : config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(example)).URL;
        ConnectionCheck.RequireEndpoint(
            _endpoint, settings.EndpointUrl is null ? $"AWS_ENDPOINT_URL_{prefix.ToUpperInvariant()}" : null);
        (_service, _prefix, _settings) = (service, prefix, settings);
        _runner = new CallRunner(config.AuthenticationRegion, settings);
    }

    public bool HasFailedCredentials => _runner.HasFailedCredentials;

    /// <summary>Makes one call, including retries.</summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        string operation,
        double requestsPerSecond,
        TRequest request,
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        Action<CallTrace>? trace,
        CancellationToken cancellationToken,
        string? mayLeave = null,
        TimeSpan patience = default)
        where TRequest : AmazonWebServiceRequest
    {
        var call = new CallState
        {
            Service = _service,
            Prefix = _prefix,
            Operation = operation,
            RateLimit = RateLimit.Of(
                new($"{_prefix}:{operation}", _endpoint, _settings.CredentialName), requestsPerSecond, !_isCustomEndpoint, _settings.Time),
            MayLeave = mayLeave,
            Patience = patience,
        };
        return _runner.RunAsync(call, _endpoint, stop => send(call.On(request), stop), trace, cancellationToken);
    }

    /// <summary>Returns the exception for a successful response that cannot be used.</summary>
    public IvsServiceException InvalidResponse(string operation, string why) =>
        new(IvsErrorCode.InvalidResponse, $"{operation} received an invalid {_service} response from {_endpoint}: {why}.")
        {
            Operation = operation,
            Service = _prefix,
        };
}
