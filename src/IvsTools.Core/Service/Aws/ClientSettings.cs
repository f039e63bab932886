using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IvsTools.Service.Aws;

/// <summary>Applies a connection to the settings of an SDK client: the profile, the endpoint, the Region and the timeouts.</summary>
internal static class ClientSettings
{
    public static void Apply(ClientConfig config, ConnectionSettings settings, string region)
    {
        // If the variable is empty, the SDK uses the empty value and then rejects it as an invalid mode.
        if (Environment.GetEnvironmentVariable("AWS_DEFAULTS_MODE") is { Length: 0 })
            config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        if (settings.ProfileName is not null)
        {
            config.Profile = settings.ProfileLocation is null
                ? new Profile(settings.ProfileName)
                : new Profile(settings.ProfileName, settings.ProfileLocation);
            SelectEndpoints(config, AwsProfiles.Find(settings.ProfileName, settings.ProfileLocation));
        }
        if (settings.EndpointUrl is not null)
        {
            config.ServiceURL = WithoutSlash(settings.EndpointUrl);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            var configured = ConfiguredEndpoint(config);
            if (configured?.EndsWith('/') is true)
                config.ServiceURL = WithoutSlash(configured);
            // If an endpoint variable is empty, the SDK uses the empty value and then rejects it as an invalid endpoint.
            if (configured is { Length: 0 })
            {
                config.IgnoreConfiguredEndpointUrls = true;
                // Setting the Region discards the endpoint that the SDK has read.
                config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            }
        }
        config.AuthenticationRegion = IvsRegion.OfPseudo(region);
        // CallRunner limits the time of the whole call, so the SDK does not limit each attempt.
        config.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        // With ThrottleRetries, the SDK limits the retries of all calls with one shared quota. If the service throttled many calls of a
        // long pipeline, the later calls would fail without a retry.
        config.ThrottleRetries = false;
        config.HttpClientFactory = new IvsHttpClientFactory();
        config.ConnectTimeout ??= TimeSpan.FromSeconds(10);
    }

    // If a path ends with a slash, the SDK signs the path with two slashes, but sends one. If the endpoint contains only slashes, it is
    // kept and then rejected. Without an endpoint, the calls would go to AWS.
    private static string WithoutSlash(string endpoint) => endpoint.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : endpoint;

    // The SDK would read the FIPS and dual-stack settings from the profile in AWS_PROFILE, so this method sets them from the profile
    // of the connection.
    private static void SelectEndpoints(ClientConfig config, CredentialProfile? profile)
    {
        if (!SdkEnvironment.Has("AWS_USE_FIPS_ENDPOINT"))
            config.UseFIPSEndpoint = profile?.UseFIPSEndpoint is true;
        if (!SdkEnvironment.Has("AWS_USE_DUALSTACK_ENDPOINT"))
            config.UseDualstackEndpoint = profile?.UseDualstackEndpoint is true;
    }

    // The SDK converts the service ID to uppercase in the current culture. In the Turkish culture, it would not find
    // AWS_ENDPOINT_URL_IVS, and the calls would go to AWS.
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
