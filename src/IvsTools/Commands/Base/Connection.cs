using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Turns what a cmdlet, or a command line that is still being typed, gives into a connection.</summary>
internal sealed record Connection
{
    public string? Region { get; init; }
    public string? EndpointUrl { get; init; }
    public string? AccessKey { get; init; }
    public string? SecretKey { get; init; }
    public string? SessionToken { get; init; }
    public PSCredential? Credential { get; init; }
    public string? ProfileName { get; init; }
    public string? ProfileLocation { get; init; }

    /// <summary>The value of $StoredAWSRegion: Set-DefaultAWSRegion of AWS.Tools leaves its choice there, as text or as an object with a Region.</summary>
    public object? StoredRegion { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <exception cref="IvsServiceException">RegionMismatch: the Region is not the ARN's.</exception>
    public ConnectionSettings Settings(string? arn)
    {
        var arnRegion = IvsArn.RegionOf(arn);
        if (Region is not null && arnRegion is not null && Region != arnRegion)
        {
            throw new IvsServiceException(
                IvsErrorCode.RegionMismatch, $"-Region {Region} does not match the ARN {arn}, which is in {arnRegion}. Nothing was sent.");
        }
        // An emulator of this process needs no credentials to be typed.
        var given = AccessKey ?? SecretKey ?? ProfileName ?? Credential?.UserName;
        var emulator = EmulatorServer.Find(EndpointUrl ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_IVS"));
        var own = given is null ? emulator : null;
        return new ConnectionSettings
        {
            Region = Region ?? arnRegion ?? own?.Region ?? RegionIn(StoredRegion),
            EndpointUrl = EndpointUrl,
            AccessKey = AccessKey ?? Credential?.UserName ?? own?.AccessKeyId,
            SecretKey = SecretKey ?? Credential?.GetNetworkCredential().Password ?? own?.SecretAccessKey,
            SessionToken = SessionToken,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation,
            Timeout = Timeout,
        };
    }

    /// <summary>The Region alone: no credential.</summary>
    public override string ToString() => Region ?? string.Empty;

    private static string? RegionIn(object? stored)
    {
        if (stored is null)
            return null;
        var region = PSObject.AsPSObject(stored);
        return (region.Properties["Region"]?.Value ?? region.Properties["SystemName"]?.Value ?? stored).ToString();
    }
}
