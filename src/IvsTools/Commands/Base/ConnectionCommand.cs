using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that need AWS credentials and a Region.</summary>
public abstract class ConnectionCommand : StoppableCommand
{
    private readonly InputCheck _input;

    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected ConnectionCommand() => _input = new InputCheck(this);

    /// <summary>
    /// The AWS Region. The default is the Region in the ARN or, without an ARN, the Region of the session, the environment or the
    /// profile.
    /// </summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The access key ID. Use it together with -SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key. If you type it at the prompt, it stays in the command history. See about_IvsCredentials.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>
    /// A PSCredential or an AWS.Tools credential. The user name of a PSCredential is the access key ID, and the password is the
    /// secret access key.
    /// </summary>
    [Parameter]
    [AwsCredentialTransformation]
    public AwsCredential? Credential { get; set; }

    /// <summary>The name of a profile in the AWS config or credentials file.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The file that contains the profile.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>The timeout in seconds for each call, including retries.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [RejectSecret]
    [NullIsDefault(100)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Returns true if the values of the current input fit their parameters. Otherwise, an error is written.</summary>
    private protected virtual bool IsInputUsable(object? target) => _input.IsUsable(target, WriteError, WriteWarning);

    /// <summary>The connection from the parameters, without an endpoint.</summary>
    private protected Connection SpecifiedConnection => new()
    {
        Region = Region,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        Credential = Credential,
        ProfileName = ProfileName,
        ProfileLocation = ProfileLocation is null ? null : FilePaths.OnDisk(this, ProfileLocation) ?? ProfileLocation,
        StoredRegion = GetVariableValue("StoredAWSRegion"),
        StoredCredentials = GetVariableValue("StoredAWSCredentials"),
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
    };
}
