using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IvsTools.Service.Sdk;

namespace IvsTools.Service;

/// <summary>Amazon IVS in one Region, with one set of credentials. Safe for many threads; made once for all that share them.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Clients are shared; one that is forgotten ends with its last call.")]
public sealed class IvsClient
{
    private static readonly ClientCache Clients = new(size: 16);

    private readonly ConnectionSettings _settings;
    private readonly IvsClientConfig _config;
    private readonly SdkClient _sdk;
    private readonly string _credential;

    private IvsClient(ConnectionSettings settings)
    {
        _settings = settings;
        ConnectionCheck.Require(settings);
        var region = Credentials.Region(settings);
        _config = new IvsClientConfig(settings, region);
        var credentials = Credentials.Resolve(settings);
        _sdk = new SdkClient(credentials, _config);
        // What the SDK's chain will find is one set for the whole process.
        _credential = settings.AccessKey ?? settings.ProfileName ?? string.Empty;
    }

    /// <summary>The client for a connection.</summary>
    /// <exception cref="IvsServiceException">No Region, half a credential, an unknown profile or an endpoint that is no URL.</exception>
    public static IvsClient For(ConnectionSettings settings) => Clients.Get(settings, SdkEnvironment.Snapshot(), key =>
    {
        SdkEnvironment.Refresh();
        return new IvsClient(key);
    });

    /// <summary>The Region that calls are signed for.</summary>
    public string Region => _config.AuthenticationRegion;

    /// <summary>The clock of waits and rates.</summary>
    internal TimeProvider Time => _settings.Time;

    /// <summary>Where calls go.</summary>
    public string Endpoint => _config.EndpointAddress;

    /// <summary>Makes one call, its retries included.</summary>
    /// <param name="operation">A line of <see cref="Operations"/>.</param>
    /// <param name="request">Its input.</param>
    /// <param name="trace">Told of the call, whether it succeeded or failed.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, Action<CallTrace>? trace = null, CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        var rateLimit = RateLimitOf(operation, request);
        var wire = new WireRequest
        {
            Operation = operation.Name,
            Method = operation.Method,
            RateLimit = rateLimit,
            IsIdempotent = operation.IsIdempotent,
            ReadBody = body => ResponseReader.Read(body, TypeInfo<TResponse>(), operation.Optional),
            Body = operation.Method == "POST" ? JsonSerializer.SerializeToUtf8Bytes(request, TypeInfo<TRequest>()) : null,
            ResourceArn = operation.ResourceArn?.Invoke(request),
            TagKeys = operation.TagKeys?.Invoke(request),
        };

        await rateLimit.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_settings.Timeout);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var response = await _sdk.SendAsync(wire, deadline.Token).ConfigureAwait(false);
            return (TResponse)response.Body!;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw CallFailure.Explain(e, wire, Endpoint, deadline.IsCancellationRequested ? _settings.Timeout : null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The SDK wraps the cancellation that interrupted it.
            throw new OperationCanceledException("The call was cancelled.", e, cancellationToken);
        }
        finally
        {
            trace?.Invoke(new CallTrace(operation.Name, Region, Endpoint, wire.RequestId, wire.Attempts, Stopwatch.GetElapsedTime(started)));
        }
    }

    private RateLimit RateLimitOf<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        var isOn = !_config.IsCustomEndpoint;
        var whole = RateLimit.Of(operation.Name, operation.RequestsPerSecond, Endpoint, _credential, isOn, Time);
        return operation.PerResource is { } one
            ? whole.OfResource(operation.Name, one.RequestsPerSecond, Endpoint, _credential, one.Resource(request), isOn)
            : whole;
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)WireJson.Default.GetTypeInfo(typeof(T))!;
}
