using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Adds the handlers for retries, rate limits and sent requests to SDK clients.</summary>
internal static class CallHandlers
{
    public static void AddTo(RuntimePipeline pipeline, IClientConfig config)
    {
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new IvsRetryPolicy(config)));
        pipeline.AddHandlerAfter<RetryHandler>(new RateLimitHandler());
        pipeline.AddHandlerAfter<Signer>(new SentHandler());
    }

    /// <summary>Applies the connection to the settings of an SDK client.</summary>
    public static void Configure(ClientConfig config, ConnectionSettings settings, string region)
    {
        if (settings.ProfileName is not null)
        {
            config.Profile = settings.ProfileLocation is null
                ? new Profile(settings.ProfileName)
                : new Profile(settings.ProfileName, settings.ProfileLocation);
        }
        if (settings.EndpointUrl is not null)
        {
            config.ServiceURL = settings.EndpointUrl;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            // If an endpoint variable is set to an empty value, the SDK reads it as an endpoint. The SDK then rejects this endpoint.
            if (ConfiguredEndpoint(config) is { Length: 0 })
            {
                config.IgnoreConfiguredEndpointUrls = true;
                // Setting the Region discards the endpoint that the SDK has read.
                config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            }
        }
        config.AuthenticationRegion = region;
        // CallRunner limits the time of the whole call, so the SDK does not limit each attempt.
        config.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        // The SDK shares its retry quota between calls. If an endpoint throttled a long pipeline, the last calls would fail.
        config.ThrottleRetries = false;
        config.HttpClientFactory = new IvsHttpClientFactory();
        config.ConnectTimeout ??= TimeSpan.FromSeconds(10);
    }
    /// <summary>Makes the SDK read the endpoint of the environment or the profile.</summary>
    // The SDK converts the service ID to uppercase in the current culture. In Turkish, it would not find AWS_ENDPOINT_URL_IVS, and the
    // calls would go to AWS.
    private static string? ConfiguredEndpoint(ClientConfig config)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return config.ServiceURL;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
