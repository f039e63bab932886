using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that need AWS credentials and a Region.</summary>
public abstract class ConnectionCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected ConnectionCommand() => Input = new InputCheck(this, Report, Warn);

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
    [ValidateNotEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The timeout in seconds for each call, including retries.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [RejectSecret]
    [NullIsDefault(100)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>The check of the current input.</summary>
    private protected InputCheck Input { get; }

    /// <summary>Canceled when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stop.Token;

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

    /// <summary>Stores the parameters of the command line.</summary>
    protected override void BeginProcessing() => Input.Begin();

    /// <summary>Cancels the reads and calls in progress. PowerShell calls this method from another thread.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <summary>Runs a read that is canceled when the pipeline is stopped. The cancellation is not reported as an error.</summary>
    /// <remarks>Even the read of a file can block, for example if the file is a named pipe without a writer.</remarks>
    private protected void UntilStopped(Action<CancellationToken> read)
    {
        try
        {
            read(StopToken);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Returns true if the values of the current input fit their parameters. Otherwise, an error is written.</summary>
    private protected bool IsInputUsable(object? target) => Input.IsUsable(target);

    /// <summary>Writes an error.</summary>
    private protected virtual void Report(ErrorRecord error) => WriteError(error);

    /// <summary>Writes a warning.</summary>
    private protected virtual void Warn(string message) => WriteWarning(message);
}
