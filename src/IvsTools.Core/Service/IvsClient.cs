using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IvsTools.Service.Aws;

namespace IvsTools.Service;

/// <summary>Calls Amazon IVS in one Region with one set of credentials. The object is thread-safe and shared.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A client that the cache removes can still be in use.")]
internal sealed class IvsClient : ICaller, ICachedClient
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL_IVS";

    private static readonly ClientCache<IvsClient> Clients = new(size: 16, settings => new IvsClient(settings));

    private readonly ConnectionSettings _settings;
    private readonly IvsClientConfig _config;
    private readonly SdkClient _sdk;
    private readonly CallRunner _calls;

    private IvsClient(ConnectionSettings settings)
    {
        _settings = settings;
        var region = settings.Region!;
        var variable = settings.EndpointUrl is null ? EndpointVariable : null;
        try
        {
            _config = new IvsClientConfig(settings, region);
            ConnectionCheck.RequireEndpoint(Endpoint, variable);
        }
        catch (Amazon.Runtime.AmazonClientException e)
        {
            throw ConnectionCheck.InvalidEndpoint(
                $"The endpoint of the environment or the profile cannot be used: {e.Message}", variable, e);
        }
        var credentials = Credentials.Resolve(settings);
        _sdk = new SdkClient(credentials, _config);
        _calls = new CallRunner(_config.AuthenticationRegion, settings);
    }

    /// <summary>Returns the client for a connection.</summary>
    /// <exception cref="IvsServiceException">
    /// The Region is missing, the access key is incomplete, the profile does not exist, or a setting is not valid.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static IvsClient For(ConnectionSettings settings, CancellationToken cancellationToken) =>
        Clients.Get(settings, cancellationToken);

    bool ICachedClient.HasFailedCredentials => _calls.HasFailedCredentials;

    /// <summary>The clock of the rate limits and pauses.</summary>
    public TimeProvider Time => _settings.Time;

    /// <summary>The endpoint of the calls.</summary>
    public string Endpoint => _config.EndpointAddress;

    /// <summary>Makes one call, including retries.</summary>
    /// <param name="operation">The operation, which is a member of <see cref="Operations"/>.</param>
    /// <param name="request">The request.</param>
    /// <param name="trace">Receives information about the call when the call succeeds, fails or is canceled.</param>
    /// <param name="cancellationToken">Cancels the call immediately.</param>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        Action<CallTrace>? trace = null,
        CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : class
    {
        var wire = Wire(operation, request);
        try
        {
            var response = await _calls.RunAsync(wire.Call, Endpoint, stop => _sdk.SendAsync(wire, stop), trace, cancellationToken)
                .ConfigureAwait(false);
            return (TResponse)response.Body!;
        }
        // If the first response to a deletion was lost, a retry does not find the resource.
        catch (IvsServiceException failure) when (wire.Call.MayBeDone && failure.ErrorCode == operation.AlreadyDone)
        {
            return (TResponse)(object)new EmptyResponse();
        }
    }

    private WireRequest Wire<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        var sent = operation.Method == "POST" ? JsonSerializer.SerializeToUtf8Bytes(request, TypeInfo<TRequest>()) : null;
        return new()
        {
            Call = new CallState
            {
                Service = "Amazon IVS",
                Prefix = IvsClientConfig.ServiceName,
                Operation = operation.Name,
                RateLimit = RateLimitOf(operation, request),
                MayLeave = operation.MayLeave?.Invoke(request),
            },
            Method = operation.Method,
            ReadBody = (status, body) => ResponseReader.Read(sent, operation.Status, status, body, TypeInfo<TResponse>()),
            Body = sent,
            ResourceArn = operation.ResourceArn?.Invoke(request),
            TagKeys = operation.TagKeys?.Invoke(request),
        };
    }

    private RateLimit RateLimitOf<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        var isOn = !_config.IsCustomEndpoint;
        var key = new RateLimitKey(operation.Name, Endpoint, _settings.CredentialName);
        var operationLimit = RateLimit.Of(key, operation.RequestsPerSecond, isOn, Time);
        return operation.PerResource is { } one
            ? RateLimit.Of(key with { Resource = one.Resource(request) }, one.RequestsPerSecond, isOn, Time, operationLimit)
            : operationLimit;
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)WireJson.Default.GetTypeInfo(typeof(T))!;
}
