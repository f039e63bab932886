using System.Text.RegularExpressions;
using Amazon.Runtime;
using IvsTools.Text;

namespace IvsTools.Service.Aws;

/// <summary>Explains why there are no credentials, and recommends an action.</summary>
internal static partial class CredentialFailure
{
    private const int MostNames = 10;
    private const int MostTypos = 2;

    /// <summary>Returns true for an error code with which AWS rejects expired or revoked credentials.</summary>
    public static bool IsCode(string code) =>
        code is "ExpiredToken" or "ExpiredTokenException" or "InvalidClientTokenId" or "UnrecognizedClientException";

    /// <summary>Returns the exception for a profile that no file contains.</summary>
    public static IvsServiceException UnknownProfile(string name, string? location)
    {
        if (location is not null && !File.Exists(location))
        {
            var path = SafeText.Quote(location);
            return new IvsServiceException(
                IvsErrorCode.UnknownProfile,
                Directory.Exists(location) ? $"{path} is a folder, not a file." : $"The file {path} does not exist.")
            {
                RecommendedAction = "Correct -ProfileLocation.",
            };
        }
        var files = location is null ? "The AWS credentials and config files do" : $"The file {SafeText.Quote(location)} does";
        return new IvsServiceException(IvsErrorCode.UnknownProfile, $"{files} not contain the profile {SafeText.Quote(name)}.")
        {
            RecommendedAction = Suggest(name, AwsProfiles.Names(location)),
        };
    }

    /// <summary>Returns true for an exception that the SDK throws if it cannot read a file or a variable.</summary>
    /// <remarks>Other exceptions are faults of this module, which must not be reported as faults of the configuration.</remarks>
    public static bool IsUnreadable(Exception exception) => ExceptionChain.Of(exception).Any(e =>
        e is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException or FormatException);

    /// <summary>Returns the exception for a configuration that the SDK cannot read.</summary>
    public static IvsServiceException Unreadable(Exception exception) =>
        InvalidLine(ExceptionChain.Of(exception))
            ?? new IvsServiceException(
                IvsErrorCode.NoCredentials, $"The AWS configuration cannot be read: {exception.Message}", exception);

    /// <summary>Returns the exception for credentials that were not found or could not be refreshed.</summary>
    /// <param name="exception">The exception of the SDK.</param>
    /// <param name="settings">The settings of the connection.</param>
    /// <param name="call">The call that was not sent, or null.</param>
    public static IvsServiceException Explain(Exception exception, ConnectionSettings settings, CallState? call = null)
    {
        Exception[] chain = [.. ExceptionChain.Of(exception)];
        if (InvalidLine(chain) is { } invalid)
            return invalid;
        var (what, action) = Credentials.ProfileOf(settings) is { } profile
            ? ProfileFailure.Explain(profile, settings.ProfileLocation, chain)
            : OfEnvironment(chain);
        var prefix = call is null ? string.Empty : $"{call.Operation} was not sent: ";
        // If a program provides the credentials, its output can contain them, so the exception is omitted.
        var isProgram = chain.Any(e => e is ProcessAWSCredentialException);
        return new IvsServiceException(IvsErrorCode.NoCredentials, prefix + what.TrimEnd('.') + ".", isProgram ? null : exception)
        {
            RecommendedAction = action,
            Operation = call?.Operation,
            Service = call?.Prefix ?? IvsClientConfig.ServiceName,
        };
    }

    // The exception of the SDK is omitted, because its message contains the invalid line, which can contain a secret access key.
    private static IvsServiceException? InvalidLine(IEnumerable<Exception> chain) =>
        chain.OfType<InvalidDataException>().Select(e => LineOfFile().Match(e.Message)).FirstOrDefault(match => match.Success) is { } found
            ? new IvsServiceException(
                IvsErrorCode.NoCredentials,
                $"Line {found.Groups["line"]} of the file {SafeText.Quote(found.Groups["file"].Value)} is not a section, a setting or a "
                    + "comment. The line is not shown, because it can contain a key.")
            {
                RecommendedAction = "Correct the line, and run the command again.",
            }
            : null;

    [GeneratedRegex(
        @"\ALine (?<line>[0-9]+):<.*> in file (?<file>.+?)(?: does not contain .*)?\z",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex LineOfFile();

    private static (string What, string Action) OfEnvironment(Exception[] chain)
    {
        if (SdkEnvironment.IncompleteKey is ({ } present, { } missing))
            return ($"The variable {present} is set, but {missing} is not", $"Set {missing}, or remove {present}.");
        if (SdkEnvironment.WebIdentityRole is { } role)
        {
            return (
                $"AWS_WEB_IDENTITY_TOKEN_FILE did not provide credentials for the role {SafeText.Quote(role)}: {chain[^1].Message}",
                "Check the file, and the role in AWS_ROLE_ARN.");
        }
        if (SdkEnvironment.ContainerVariable is { } container)
        {
            return (
                $"The endpoint in {container} did not return credentials: {chain[^1].Message}",
                $"Correct {container}, or use -ProfileName.");
        }
        var profile = SafeText.Quote(SdkEnvironment.DefaultProfile);
        return (
            $"No credentials were found in the parameters, the environment variables, the profile {profile}, "
                + "a container or an EC2 instance",
            (AwsProfiles.Names(null) is { Count: > 0 } names
                ? $"Use -ProfileName with one of the profiles: {List(names)}."
                : "Run 'aws configure', or use -AccessKey with -SecretKey.")
                + LocalEndpoints.Recommendation);
    }

    private static string Suggest(string name, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return "There are no profiles. Run 'aws configure', or use -AccessKey with -SecretKey.";
        var nearest = NameDistance.Nearest(name, names);
        return NameDistance.Between(name, nearest) <= MostTypos
            ? $"Did you mean {SafeText.Quote(nearest)}?"
            : $"Use one of the profiles: {List(names)}.";
    }

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : string.Empty);
}
