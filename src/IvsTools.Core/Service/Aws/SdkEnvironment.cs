using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The environment variables and files that the SDK reads only once. A change must apply to the next call.</summary>
internal static class SdkEnvironment
{
    private const string ConfigFile = "AWS_CONFIG_FILE";
    private const string CredentialsFile = "AWS_SHARED_CREDENTIALS_FILE";

    private static readonly string[] Names =
    [
        "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", ConfigFile, CredentialsFile, "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_IVS",
        "AWS_ENDPOINT_URL_KMS", "AWS_ENDPOINT_URL_SSM",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT",
    ];

    /// <summary>Their current values, and the write times of the files.</summary>
    /// <param name="profileLocation">An additional profile file, or null.</param>
    public static IEnumerable<string?> Snapshot(string? profileLocation) =>
    [
        .. Names.Select(Environment.GetEnvironmentVariable),
        StampOf(Environment.GetEnvironmentVariable(ConfigFile) ?? InHome("config")),
        StampOf(Environment.GetEnvironmentVariable(CredentialsFile) ?? InHome("credentials")),
        StampOf(profileLocation),
    ];

    /// <summary>Makes the SDK read them again.</summary>
    public static void Refresh()
    {
        FallbackRegionFactory.Reset();
        FallbackInternalConfigurationFactory.Reset();
    }

    private static string InHome(string file) => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", file);

    private static string? StampOf(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}") : null;
        }
        // The code that reads the file reports why it cannot be read.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
