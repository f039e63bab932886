using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Sdk;

/// <summary>The environment variables that the SDK reads once and keeps. At a prompt people change them, and mean the next call.</summary>
internal static class SdkEnvironment
{
    private static readonly string[] Names =
    [
        "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_ACCESS_KEY_ID",
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_IVS", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE",
        "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT",
    ];

    /// <summary>What they say now; no secret is among them.</summary>
    public static string Snapshot() => string.Join('\n', Names.Select(Environment.GetEnvironmentVariable));

    /// <summary>Lets the SDK read them again.</summary>
    public static void Refresh()
    {
        FallbackRegionFactory.Reset();
        FallbackInternalConfigurationFactory.Reset();
    }
}
