using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Reads the environment variables and the files of the SDK.</summary>
/// <remarks>The SDK reads most variables and files only once. In this module, a changed value applies to the next call.</remarks>
internal static class SdkEnvironment
{
    private const string Prefix = "AWS_";
    private const string AccessKey = "AWS_ACCESS_KEY_ID";
    private const string SecretKey = "AWS_SECRET_ACCESS_KEY";

    private static readonly Lazy<bool> Initialized = new(Initialize);
    private static readonly object Gate = new();
    private static readonly string[] ContainerVariables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    public static bool Has(string name) => Value(name) is not null;

    public static string? Region => Value("AWS_REGION") ?? Value("AWS_DEFAULT_REGION");

    public static string? ProfileName => Value("AWS_PROFILE");

    public static string DefaultProfile => ProfileName ?? SharedCredentialsFile.DefaultProfileName;

    public static bool HasKeys => Value(AccessKey) is not null && Value(SecretKey) is not null;

    /// <summary>
    /// The names of the variable that is set and the one that is missing, if only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is
    /// set. Otherwise, null.
    /// </summary>
    public static (string Present, string Missing)? IncompleteKey => (Value(AccessKey), Value(SecretKey)) switch
    {
        ({ }, null) => (AccessKey, SecretKey),
        (null, { }) => (SecretKey, AccessKey),
        _ => null,
    };

    /// <summary>The role that is assumed with a web identity token, or null.</summary>
    public static string? WebIdentityRole => Value("AWS_WEB_IDENTITY_TOKEN_FILE") is null ? null : Value("AWS_ROLE_ARN");

    /// <summary>The name of the variable that contains the endpoint for container credentials, or null.</summary>
    public static string? ContainerVariable => ContainerVariables.FirstOrDefault(name => Value(name) is not null);

    /// <summary>Returns the AWS variables with their values, and the hashes of the config and credentials files.</summary>
    /// <param name="profileLocation">An additional profile file, or null.</param>
    public static IEnumerable<string?> Snapshot(string? profileLocation)
    {
        var variables = new List<string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                variables.Add($"{variable.Key}={variable.Value}");
        }
        variables.Sort(StringComparer.Ordinal);
        return [.. variables, HashOf(ConfigFile), HashOf(CredentialsFile), HashOf(profileLocation)];
    }

    /// <summary>Makes the SDK read the variables and files again.</summary>
    public static void Refresh()
    {
        _ = Initialized.Value;
        lock (Gate)
        {
            SetPaths(ConfigFile, CredentialsFile);
            FallbackRegionFactory.Reset();
            FallbackInternalConfigurationFactory.Reset();
        }
    }

    private static string ConfigFile => Value(SharedCredentialsFile.SharedConfigFileEnvVar) ?? InHome("config");

    private static string CredentialsFile => Value(SharedCredentialsFile.SharedCredentialsFileEnvVar) ?? InHome("credentials");

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string InHome(string file) => Path.Combine(
        Value("HOME") ?? Value("USERPROFILE") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", file);

    // The SDK reads the files in type initializers, which .NET runs only once. If a file were not valid at that time, all calls
    // would fail until the process ends. Therefore, the initializers are run here without files.
    private static bool Initialize()
    {
        var none = Path.GetRandomFileName();
        SetPaths(none, none);
        RuntimeHelpers.RunClassConstructor(typeof(FallbackRegionFactory).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(FallbackInternalConfigurationFactory).TypeHandle);
        return true;
    }

    // The SDK sets the default paths when SharedCredentialsFile is first used, and has no public method to change them.
    private static void SetPaths(string config, string credentials)
    {
        SetPath(nameof(SharedCredentialsFile.DefaultConfigFilePath), config);
        SetPath(nameof(SharedCredentialsFile.DefaultFilePath), credentials);
    }

    private static void SetPath(string property, string path) =>
        typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.SetValue(null, path);

    // Comparing the time and the length of a file is not sufficient, because the target of a symbolic link can change to another file
    // with the same time and length.
    private static string? HashOf(string? path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexString(SHA256.HashData(file));
        }
        // A later read reports the reason.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
