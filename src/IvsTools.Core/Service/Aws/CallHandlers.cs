using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The handlers of every client of this project: retries, rate limits, and a record of what was sent.</summary>
internal static class CallHandlers
{
    public static void AddTo(RuntimePipeline pipeline, IClientConfig config)
    {
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new IvsRetryPolicy(config)));
        pipeline.AddHandlerAfter<RetryHandler>(new RateLimitHandler());
        pipeline.AddHandlerAfter<Signer>(new SentHandler());
    }

    /// <summary>Applies the connection to the settings of a client of any service.</summary>
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
            // The SDK reads an environment variable without a value as an endpoint, which its endpoint rules reject.
            if (config.ServiceURL is { Length: 0 })
            {
                config.IgnoreConfiguredEndpointUrls = true;
                // Setting the Region discards the endpoint that was read.
                config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            }
        }
        config.AuthenticationRegion = region;
        // CallRunner limits the time of the whole call, so the SDK does not limit each attempt.
        config.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        // With the shared retry quota of the SDK, the last calls of a long pipeline to a throttled endpoint would fail.
        config.ThrottleRetries = false;
        config.HttpClientFactory = new IvsHttpClientFactory();
        config.ConnectTimeout ??= TimeSpan.FromSeconds(10);
    }
}
