using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Service.Aws;

namespace IvsTools.Pipeline;

/// <summary>The connection that the parameters of a cmdlet specify.</summary>
internal sealed record Connection
{
    public string? Region { get; init; }
    public string? EndpointUrl { get; init; }
    public string? AccessKey { get; init; }
    public string? SecretKey { get; init; }
    public string? SessionToken { get; init; }
    public AwsCredential? Credential { get; init; }
    public string? ProfileName { get; init; }
    public string? ProfileLocation { get; init; }

    /// <summary>The value of $StoredAWSRegion. Set-DefaultAWSRegion in AWS.Tools stores text, or an object with a Region.</summary>
    public object? StoredRegion { get; init; }

    /// <summary>The value of $StoredAWSCredentials, which Set-AWSCredential in AWS.Tools sets.</summary>
    public object? StoredCredentials { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <exception cref="IvsServiceException">
    /// The Region is different from the Region in the ARN, or the stored credentials do not contain keys.
    /// </exception>
    public ConnectionSettings Settings(string? arn)
    {
        // The ARN of a KMS key determines the Region into which Import-IvsPlaybackKeyPair imports the public key.
        var arnRegion = IvsArn.RegionOf(arn) ?? AwsArn.RegionOf(arn);
        RequireRegion(arnRegion);
        // An emulator in this process provides the credentials for its endpoint.
        var emulator = LocalEndpoints.Find(EndpointUrl ?? SdkEndpoint());
        if (emulator is null && UsesStored)
            return WithStoredCredentials().Settings(arn);
        return Settings(arnRegion, HasCredentials ? null : emulator);
    }

    /// <summary>Returns the settings for AWS KMS or Parameter Store. The environment or the profile specifies the endpoint.</summary>
    /// <param name="id">The ID or ARN of the key or parameter.</param>
    /// <exception cref="IvsServiceException">
    /// The Region is different from the Region in the ARN, or the stored credentials do not contain keys.
    /// </exception>
    public ConnectionSettings KeySettings(string id)
    {
        var arnRegion = AwsArn.RegionOf(id);
        RequireRegion(arnRegion);
        if (UsesStored)
            return WithStoredCredentials().KeySettings(id);
        return (this with { EndpointUrl = null }).Settings(arnRegion, own: null);
    }

    private bool HasKeys => (AccessKey ?? SecretKey ?? SessionToken) is not null;

    private bool HasCredentials => HasKeys || (ProfileName ?? ProfileLocation ?? Credential?.AccessKey) is not null;

    // As in AWS.Tools, parameters have priority over stored credentials, which have priority over the environment.
    private bool UsesStored => !HasCredentials && StoredCredentials is not null;

    /// <summary>Returns only the Region, because other members contain credentials.</summary>
    public override string ToString() => Region ?? string.Empty;

    private ConnectionSettings Settings(string? arnRegion, ILocalEndpoint? own)
    {
        var (accessKey, secretKey, sessionToken) =
            HasKeys ? (AccessKey, SecretKey, SessionToken)
            : Credential is not null ? (Credential.AccessKey, Credential.SecretKey, Credential.SessionToken)
            : (own?.AccessKeyId, own?.SecretAccessKey, null);
        return new()
        {
            Region = Region ?? arnRegion ?? own?.Region ?? RegionIn(StoredRegion),
            EndpointUrl = EndpointUrl,
            AccessKey = accessKey,
            SecretKey = secretKey,
            SessionToken = sessionToken,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation,
            Timeout = Timeout,
        };
    }

    private Connection WithStoredCredentials()
    {
        try
        {
            return this with { Credential = new AwsCredential(PSValue.Unwrap(StoredCredentials!)).WithKeys(), StoredCredentials = null };
        }
        catch (InvalidOperationException e)
        {
            throw new IvsServiceException(
                IvsErrorCode.NoCredentials,
                $"The variable StoredAWSCredentials, which Set-AWSCredential sets, cannot be used: {e.Message} "
                    + "Nothing was sent with other credentials, because they can belong to another account.",
                e);
        }
    }

    private void RequireRegion(string? arnRegion)
    {
        if (arnRegion is null)
            return;
        ConnectionCheck.RequireRegion(arnRegion, "Correct the Region in the ARN.");
        if (Region is not null && IvsRegion.OfPseudo(Region) != arnRegion)
        {
            throw new IvsServiceException(
                IvsErrorCode.RegionMismatch, $"-Region {Region} does not match the Region in the ARN, {arnRegion}. Nothing was sent.");
        }
    }

    private static string? SdkEndpoint()
    {
        _ = bool.TryParse(Environment.GetEnvironmentVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), out var isIgnored);
        return isIgnored
            ? null
            : Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_IVS") ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");
    }

    private static string? RegionIn(object? stored)
    {
        if (stored is null)
            return null;
        var region = PSObject.AsPSObject(stored);
        return (region.Properties["Region"]?.Value ?? region.Properties["SystemName"]?.Value ?? stored).ToString();
    }
}
