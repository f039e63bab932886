using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IvsTools.Service.Aws;

/// <summary>Finds the credentials and the Region of the connection. Null uses the credential chain of the SDK.</summary>
internal static class Credentials
{
    public static AWSCredentials? Resolve(ConnectionSettings settings)
    {
        if (settings.AccessKey is not null || settings.SecretKey is not null)
        {
            if (string.IsNullOrEmpty(settings.AccessKey) || string.IsNullOrEmpty(settings.SecretKey))
                throw new IvsServiceException(IvsErrorCode.NoCredentials, "-AccessKey and -SecretKey must be used together.");
            return settings.SessionToken is null
                ? new BasicAWSCredentials(settings.AccessKey, settings.SecretKey)
                : new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, settings.SessionToken);
        }
        if (settings.ProfileName is null)
            return null;
        var profile = FindProfile(settings);
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain(settings.ProfileLocation));
        }
        catch (AmazonClientException e)
        {
            throw new IvsServiceException(
                IvsErrorCode.NoCredentials, $"The profile '{settings.ProfileName}' does not provide credentials: {e.Message}", e);
        }
    }

    public static string Region(ConnectionSettings settings)
    {
        try
        {
            return settings.Region
                ?? (settings.ProfileName is null ? null : FindProfile(settings).Region?.SystemName)
                ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName
                ?? throw new IvsServiceException(
                    IvsErrorCode.NoRegion,
                    "The Region is missing. Use -Region, set AWS_REGION, or add a region to the profile.");
        }
        // The SDK rejects text that is not valid in a host name.
        catch (AmazonClientException e)
        {
            throw new IvsServiceException(IvsErrorCode.InvalidRegion, $"The Region of the environment or the profile cannot be used: {e.Message}", e);
        }
    }

    private static CredentialProfile FindProfile(ConnectionSettings settings) =>
        new CredentialProfileStoreChain(settings.ProfileLocation).TryGetProfile(settings.ProfileName, out var profile)
            ? profile
            : throw new IvsServiceException(IvsErrorCode.UnknownProfile, $"The AWS credentials and config files do not contain the profile '{settings.ProfileName}'.");
}
