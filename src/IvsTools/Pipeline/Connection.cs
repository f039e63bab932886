using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Service.Aws;

namespace IvsTools.Pipeline;

/// <summary>Creates a connection from the parameters of a cmdlet, or from a command line during completion.</summary>
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

    /// <summary>
    /// The value of $StoredAWSRegion, which Set-DefaultAWSRegion of AWS.Tools sets to text or to an object with a Region.
    /// </summary>
    public object? StoredRegion { get; init; }

    /// <summary>The value of $StoredAWSCredentials, which Set-AWSCredential of AWS.Tools sets.</summary>
    public object? StoredCredentials { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <exception cref="IvsServiceException">RegionMismatch: the Region differs from the Region in the ARN.</exception>
    public ConnectionSettings Settings(string? arn)
    {
        // The ARN can identify a key in AWS KMS. The key pair is in the Region of this key unless -Region specifies another Region.
        var arnRegion = IvsArn.RegionOf(arn) ?? AwsArn.RegionOf(arn);
        RequireRegion(arn, arnRegion);
        // The credentials of an emulator in this process are used automatically.
        var emulator = LocalEndpoints.Find(EndpointUrl ?? SdkEndpoint());
        if (emulator is null && UsesStored)
            return Pipeline.StoredCredentials.Apply(StoredCredentials!, this).Settings(arn);
        return Settings(arnRegion, HasCredentials ? null : emulator);
    }

    /// <summary>
    /// The settings for the service that holds a private key. The endpoint is configured in the environment or the profile.
    /// </summary>
    /// <param name="id">The ID of the key or the secret, which can be an ARN.</param>
    /// <exception cref="IvsServiceException">RegionMismatch: the Region differs from the Region in the ARN.</exception>
    public ConnectionSettings KeySettings(string id)
    {
        var arnRegion = AwsArn.RegionOf(id);
        RequireRegion(id, arnRegion);
        if (UsesStored)
            return Pipeline.StoredCredentials.Apply(StoredCredentials!, this).KeySettings(id);
        return (this with { EndpointUrl = null }).Settings(arnRegion, own: null);
    }

    private bool HasCredentials => (AccessKey ?? SecretKey ?? ProfileName ?? Credential?.AccessKey) is not null;

    // As in AWS.Tools, the parameters precede the stored credentials, and the stored credentials precede the environment.
    private bool UsesStored => !HasCredentials && StoredCredentials is not null;

    /// <summary>Only the Region, without credentials.</summary>
    public override string ToString() => Region ?? string.Empty;

    private ConnectionSettings Settings(string? arnRegion, ILocalEndpoint? own) => new()
    {
        Region = Region ?? arnRegion ?? own?.Region ?? RegionIn(StoredRegion),
        EndpointUrl = EndpointUrl,
        AccessKey = AccessKey ?? Credential?.AccessKey ?? own?.AccessKeyId,
        SecretKey = SecretKey ?? Credential?.SecretKey ?? own?.SecretAccessKey,
        SessionToken = SessionToken ?? Credential?.SessionToken,
        ProfileName = ProfileName,
        ProfileLocation = ProfileLocation,
        Timeout = Timeout,
    };

    private void RequireRegion(string? arn, string? arnRegion)
    {
        if (Region is not null && arnRegion is not null && Region != arnRegion)
        {
            throw new IvsServiceException(
                IvsErrorCode.RegionMismatch,
                $"-Region {Region} does not match the ARN {arn}, which is in {arnRegion}. Nothing was sent.");
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
