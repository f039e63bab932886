using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Util;

namespace IvsTools.Service.Aws;

/// <summary>
/// Finds the credentials and the Region of the connection. If the credentials are null, the SDK uses its credential
/// chain.
/// </summary>
internal static class Credentials
{
    public static AWSCredentials? Resolve(ConnectionSettings settings)
    {
        if (settings.HasKeys)
        {
            if (string.IsNullOrEmpty(settings.AccessKey) || string.IsNullOrEmpty(settings.SecretKey))
            {
                throw new IvsServiceException(
                    IvsErrorCode.NoCredentials,
                    settings.SessionToken is null
                        ? "-AccessKey and -SecretKey must be used together."
                        : "-SessionToken must be used together with -AccessKey and -SecretKey.");
            }
            return string.IsNullOrEmpty(settings.SessionToken)
                ? new BasicAWSCredentials(settings.AccessKey, settings.SecretKey)
                : new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, settings.SessionToken);
        }
        var profile = ProfileOf(settings);
        try
        {
            // The credential chain does not notice every change of the environment variables, so it is used only for instances.
            return profile is not null ? AWSCredentialsFactory.GetAWSCredentials(profile, profile.CredentialProfileStore)
                : SdkEnvironment.HasKeys ? new EnvironmentVariablesAWSCredentials()
                : SdkEnvironment.WebIdentityRole is not null ? AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables()
                : SdkEnvironment.ContainerVariable is not null ? new GenericContainerCredentials()
                : null;
        }
        catch (Exception e) when (e is AmazonClientException or ArgumentException or FormatException
            or InvalidDataException or InvalidOperationException)
        {
            throw CredentialFailure.Explain(e, settings);
        }
    }

    /// <summary>
    /// Returns the profile that provides the credentials. Returns null if another source takes precedence or if the
    /// default profile has no credentials.
    /// </summary>
    /// <exception cref="IvsServiceException">The profile does not exist (UnknownProfile).</exception>
    public static CredentialProfile? ProfileOf(ConnectionSettings settings)
    {
        if (settings.HasKeys)
            return null;
        if (settings.ProfileName is { } name)
        {
            return AwsProfiles.Find(name, settings.ProfileLocation)
                ?? throw CredentialFailure.UnknownProfile(name, settings.ProfileLocation);
        }
        if (SdkEnvironment.HasKeys || SdkEnvironment.WebIdentityRole is not null)
            return null;
        if (SdkEnvironment.ProfileName is { } named)
            return WithCredentials(AwsProfiles.Find(named, null) ?? throw CredentialFailure.UnknownProfile(named, null));
        return WithCredentials(AwsProfiles.Find(SharedCredentialsFile.DefaultProfileName, null));
    }

    /// <summary>Returns the Region of the connection, which becomes part of the host name.</summary>
    /// <exception cref="IvsServiceException">The Region is missing (NoRegion) or not valid (InvalidRegion).</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static string Region(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var region = settings.Region
                ?? SdkEnvironment.Region
                ?? (settings.ProfileName is { } name ? AwsProfiles.Find(name, settings.ProfileLocation)?.Region?.SystemName : null)
                ?? AwsProfiles.Find(SdkEnvironment.DefaultProfile, null)?.Region?.SystemName
                ?? InstanceRegion(settings.Timeout, cancellationToken)
                ?? throw NoRegion(settings);
            ConnectionCheck.RequireRegion(region);
            return region;
        }
        // The SDK throws this exception for a Region that cannot be part of a host name, but also for a profile that it cannot read.
        catch (AmazonClientException e) when (e.Message.Contains(" region ", StringComparison.Ordinal))
        {
            throw new IvsServiceException(
                IvsErrorCode.InvalidRegion, $"The Region of the environment or the profile cannot be used: {e.Message}", e);
        }
    }

    // The SDK cannot cancel this lookup, and FallbackRegionFactory would hold a lock during the lookup.
    private static string? InstanceRegion(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!EC2InstanceMetadata.IsIMDSEnabled)
            return null;
        var lookup = Task.Run(() => EC2InstanceMetadata.Region?.SystemName, CancellationToken.None);
        try
        {
            return lookup.Wait(timeout, cancellationToken)
                ? lookup.Result
                : throw new IvsServiceException(
                    IvsErrorCode.OperationTimeout,
                    FormattableString.Invariant($"No Region was found within {timeout.TotalSeconds:0.###} s."))
                {
                    RecommendedAction = "Use -Region, or set AWS_REGION.",
                };
        }
        // The machine is not an instance.
        catch (AggregateException)
        {
            return null;
        }
    }

    private static IvsServiceException NoRegion(ConnectionSettings settings)
    {
        // If the Region is missing because the profile does not exist, ProfileOf throws the more exact exception.
        _ = ProfileOf(settings);
        return new IvsServiceException(
            IvsErrorCode.NoRegion, "The Region is missing.");
    }

    // The default profile of many instances contains only a Region, and the credentials come from a role.
    private static CredentialProfile? WithCredentials(CredentialProfile? profile) =>
        profile is { CanCreateAWSCredentials: true } ? profile : null;
}
