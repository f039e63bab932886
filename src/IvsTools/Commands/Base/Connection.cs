using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Turns a cmdlet's parameters, the ARN at hand and the session's variables into a connection.</summary>
internal static class Connection
{
    /// <exception cref="IvsServiceException">RegionMismatch: -Region is not the ARN's.</exception>
    public static ConnectionSettings Settings(IvsCommand command, string? arn)
    {
        var arnRegion = IvsArn.RegionOf(arn);
        if (command.Region is not null && arnRegion is not null && command.Region != arnRegion)
        {
            throw new IvsServiceException(
                IvsErrorCode.RegionMismatch, $"-Region {command.Region} contradicts the ARN {arn}, which is in {arnRegion}; nothing was sent.");
        }
        // An emulator of this process needs no credentials to be typed.
        var given = command.AccessKey ?? command.SecretKey ?? command.ProfileName ?? command.Credential?.UserName;
        var emulator = EmulatorServer.Find(command.EndpointUrl ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_IVS"));
        var own = given is null ? emulator : null;
        return new ConnectionSettings
        {
            Region = command.Region ?? arnRegion ?? own?.Region ?? StoredRegion(command),
            EndpointUrl = command.EndpointUrl,
            AccessKey = command.AccessKey ?? command.Credential?.UserName ?? own?.AccessKeyId,
            SecretKey = command.SecretKey ?? command.Credential?.GetNetworkCredential().Password ?? own?.SecretAccessKey,
            SessionToken = command.SessionToken,
            ProfileName = command.ProfileName,
            ProfileLocation = command.ProfileLocation,
            Timeout = TimeSpan.FromSeconds(command.TimeoutSec),
        };
    }

    // Set-DefaultAWSRegion of AWS.Tools leaves its choice here, as text or as an object with a Region.
    private static string? StoredRegion(PSCmdlet command)
    {
        if (command.GetVariableValue("StoredAWSRegion") is not { } stored)
            return null;
        var region = PSObject.AsPSObject(stored);
        return (region.Properties["Region"]?.Value ?? region.Properties["SystemName"]?.Value ?? stored).ToString();
    }
}
