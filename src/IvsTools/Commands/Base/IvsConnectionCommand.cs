using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>A cmdlet that knows where the service is, and who asks.</summary>
public abstract class IvsConnectionCommand : PSCmdlet
{
    /// <summary>The Region; without it the ARN's, then the session's, environment's and profile's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The id of an access key; goes with -SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key; typed at a prompt it stays in the history, see about_IvsCredentials.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>For temporary credentials.</summary>
    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>An access key as user name and its secret key as password.</summary>
    [Parameter]
    [RefuseSecret]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>A profile of the AWS config or credentials file.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The file to look for the profile in.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An endpoint in place of the Region's own.</summary>
    [Parameter]
    public string? EndpointUrl { get; set; }

    /// <summary>Bounds each call, retries included.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [RefuseSecret]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Writes an error in its turn.</summary>
    private protected virtual void Report(ErrorRecord error) => WriteError(error);

    /// <summary>The session for one input; null if its Region contradicts -Region, which is written as an error.</summary>
    private protected IvsSession? Connect(string? arn, object? target)
    {
        var connection = new Connection
        {
            Region = Region,
            // Given and empty is a mistake of the script, not the wish for AWS.
            EndpointUrl = EndpointUrl ?? (MyInvocation.BoundParameters.ContainsKey(nameof(EndpointUrl)) ? string.Empty : null),
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            Credential = Credential,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation,
            StoredRegion = GetVariableValue("StoredAWSRegion"),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
        };
        try
        {
            return new IvsSession(IvsClient.For(connection.Settings(arn)));
        }
        catch (IvsServiceException e)
        {
            var error = ErrorRecords.From(e, target);
            // A Region that contradicts one ARN may fit the next; the others fit none.
            if (e.ErrorCode != IvsErrorCode.RegionMismatch)
                ThrowTerminatingError(error);
            Report(error);
            return null;
        }
    }
}
