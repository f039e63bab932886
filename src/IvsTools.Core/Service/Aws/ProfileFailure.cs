using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using IvsTools.Text;

namespace IvsTools.Service.Aws;

/// <summary>Explains why a profile does not provide credentials.</summary>
/// <remarks>The SDK throws the same exceptions for different failures, so the settings of the profile determine the explanation.</remarks>
internal static class ProfileFailure
{
    private const int MostSources = 10;
    private const string CheckNetwork = "Check the network and the proxy.";

    /// <param name="profile">The profile of the connection.</param>
    /// <param name="location">The profile file, or null.</param>
    /// <param name="chain">The exception of the SDK and its inner exceptions.</param>
    public static (string What, string Action) Explain(CredentialProfile profile, string? location, Exception[] chain)
    {
        profile = Cause(profile, location, chain);
        var (options, name) = (profile.Options, SafeText.Quote(profile.Name));
        if (options.SourceProfile is { } source && AwsProfiles.Find(source, location) is null)
        {
            return (
                $"The profile {name} uses the source_profile {SafeText.Quote(source)}, which does not exist",
                $"Correct source_profile in the profile {name}, or add the profile {SafeText.Quote(source)}.");
        }
        if (options.LoginSession is not null)
        {
            return (
                $"The profile {name} uses 'aws login', which these cmdlets do not support",
                $"Run: aws configure export-credentials --profile {profile.Name} --format powershell | Invoke-Expression");
        }
        if (IsSso(options))
            return OfSso(profile.Name, chain);
        if (options.CredentialProcess is not null)
        {
            var failure = chain.Any(e => e is JsonException) ? "did not return valid JSON" : "failed";
            return ($"The credential_process of the profile {name} {failure}", "Run the program in a terminal to see its output.");
        }
        if (options.RoleArn is { } role)
            return OfRole(role, name, chain);
        return options switch
        {
            { AccessKey: not null, SecretKey: null } =>
                ($"The profile {name} has an aws_access_key_id, but not an aws_secret_access_key", Configure(profile.Name)),
            { AccessKey: null, SecretKey: not null } =>
                ($"The profile {name} has an aws_secret_access_key, but not an aws_access_key_id", Configure(profile.Name)),
            { AccessKey: null } => ($"The profile {name} does not contain credentials", Configure(profile.Name)),
            _ => ($"The profile {name} does not provide credentials: {chain[^1].Message}", "Correct the profile."),
        };
    }

    private static (string What, string Action) OfSso(string profile, Exception[] chain)
    {
        var name = SafeText.Quote(profile);
        if (Unreachable(chain) is { } reason)
            return ($"IAM Identity Center could not be reached for the profile {name}: {reason}", CheckNetwork);
        if (chain.OfType<AmazonServiceException>().FirstOrDefault(e => e.ErrorCode == "ForbiddenException") is { } forbidden)
        {
            return (
                $"IAM Identity Center does not allow the role of the profile {name}: {forbidden.Message}",
                "Check sso_account_id and sso_role_name in the profile.");
        }
        return (
            $"The profile {name} is not signed in to IAM Identity Center, or its session has expired",
            $"Run: aws sso login --profile {profile}");
    }

    private static (string What, string Action) OfRole(string role, string profile, Exception[] chain)
    {
        var which = $"the role {SafeText.Quote(role)} of the profile {profile}";
        if (Unreachable(chain) is { } reason)
            return ($"AWS STS could not be reached to assume {which}: {reason}", CheckNetwork);
        var denied = chain.OfType<AmazonSecurityTokenServiceException>().FirstOrDefault() ?? chain[^1];
        return (
            $"The AWS SDK could not assume {which}: {denied.Message}",
            "Check role_arn in the profile, and the trust policy of the role.");
    }

    // A role can use the credentials of another profile. If AWS STS did not reject the role, the other profile is the cause.
    private static CredentialProfile Cause(CredentialProfile profile, string? location, Exception[] chain)
    {
        if (chain.Any(e => e is AmazonSecurityTokenServiceException))
            return profile;
        for (var depth = 0; depth < MostSources && profile.Options.SourceProfile is { } name; depth++)
        {
            // A source profile with long-term keys always provides credentials, so it is not the cause.
            if (AwsProfiles.Find(name, location) is not { } source || HasKeys(source.Options))
                return profile;
            profile = source;
        }
        return profile;
    }

    private static bool HasKeys(CredentialProfileOptions options) => options is { AccessKey: not null, SecretKey: not null };

    private static bool IsSso(CredentialProfileOptions options) => (options.SsoSession ?? options.SsoStartUrl) is not null;

    private static string? Unreachable(Exception[] chain) =>
        chain.FirstOrDefault(e => e is HttpRequestException or SocketException)?.Message;

    private static string Configure(string name) => $"Run: aws configure --profile {name}";
}
