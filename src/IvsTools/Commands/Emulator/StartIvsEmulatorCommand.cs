using System.Collections;
using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Errors;

namespace IvsTools.Commands;

/// <summary>Opens a local Amazon IVS endpoint in this process.</summary>
[Cmdlet(VerbsLifecycle.Start, "IvsEmulator")]
[OutputType(typeof(EmulatorServer))]
public sealed class StartIvsEmulatorCommand : PSCmdlet
{
    /// <summary>The port on 127.0.0.1. The default is a free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [RejectSecret]
    public int Port { get; set; }

    /// <summary>Accepts encoders that use RTMPS. Channels can also allow RTMP.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Ingest { get; set; }

    /// <summary>The port on 127.0.0.1 for encoders. If this parameter is specified, -Ingest is not required.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [RejectSecret]
    public int? IngestPort { get; set; }

    /// <summary>The default Region of the endpoint. Other Regions of Amazon IVS are also accepted.</summary>
    [Parameter]
    [ValidateEmulatorOption(nameof(EmulatorOptions.Region))]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [RejectSecret]
    public string Region { get; set; } = "us-west-2";

    /// <summary>The account ID of the credentials.</summary>
    [Parameter]
    [ValidateEmulatorOption(nameof(EmulatorOptions.AccountId))]
    [RejectSecret]
    public string AccountId { get; set; } = "123456789012";

    /// <summary>The credentials for clients. The user name is the access key ID, and the password is the secret access key.</summary>
    [Parameter]
    [ValidateEmulatorOption(nameof(EmulatorOptions.AccessKeyId))]
    [RejectSecret]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Additional access key IDs and their account IDs. All access keys have the same secret access key.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateEmulatorOption(nameof(EmulatorOptions.AdditionalAccounts))]
    [RejectSecret]
    public Hashtable? AdditionalAccount { get; set; }

    /// <summary>With a seed, the IDs, stream keys and credentials are the same in every run.</summary>
    [Parameter]
    [RejectSecret]
    public int? Seed { get; set; }

    /// <summary>The path of the state file. An existing file is loaded, and Stop-IvsEmulator saves the state.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? StatePath { get; set; }

    /// <summary>The origins whose web pages can call the API.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateEmulatorOption(nameof(EmulatorOptions.AllowedOrigins))]
    [RejectSecret]
    public string[] AllowedOrigin { get; set; } = [];

    /// <summary>Sets environment variables so that all AWS clients in this process use the endpoint.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter SetEnvironment { get; set; }

    /// <summary>The number of milliseconds before each response.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [RejectSecret]
    public int LatencyMilliseconds { get; set; }

    /// <summary>The rate limit in calls per second. Calls above this rate return ThrottlingException.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [RejectSecret]
    public double? RequestsPerSecond { get; set; }

    /// <summary>Rejects requests that create a resource, as if the AWS account were not verified.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter PendingVerification { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (SetEnvironment)
            WarnOfOtherEndpoint();
        var statePath = StatePath is null ? null : FilePaths.OnDisk(this, StatePath);
        if (StatePath is not null && statePath is null)
        {
            WriteError(ErrorRecords.File(new DirectoryNotFoundException(), StatePath));
            return;
        }
        try
        {
            WriteObject(EmulatorServer.Start(new EmulatorOptions
            {
                Port = Port,
                IngestPort = IngestPort ?? (Ingest ? 0 : null),
                Region = Region,
                AccountId = AccountId,
                AccessKeyId = Credential?.UserName,
                SecretAccessKey = Credential?.GetNetworkCredential().Password,
                AdditionalAccounts = TagSet.Texts(AdditionalAccount ?? []),
                Seed = Seed,
                StatePath = statePath,
                AllowedOrigins = AllowedOrigin,
                SetEnvironment = SetEnvironment,
                Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
                RequestsPerSecond = RequestsPerSecond,
                PendingVerification = PendingVerification,
            }));
        }
        // Each value was checked when it was bound. The only possible problem is that two accounts have the same access key ID.
        catch (EmulatorOptionException e)
        {
            WriteError(ErrorRecords.Invalid("DuplicateAccessKey", e.Message, Credential?.UserName));
        }
        catch (EmulatorPortException e)
        {
            WriteError(ErrorRecords.PortTaken(e));
        }
        catch (EmulatorStateException e)
        {
            WriteError(ErrorRecords.EmulatorState(e, StatePath));
        }
    }

    // If $PSDefaultParameterValues contains -EndpointUrl, the cmdlets ignore the environment variables that this cmdlet sets. Without a
    // warning, the user would not notice that the cmdlets call another endpoint.
    private void WarnOfOtherEndpoint()
    {
        var defaults = new DefaultParameterValues();
        var entry = MyInvocation.MyCommand.Module.ExportedCmdlets.Keys
            .Select(name => defaults.Find(name, nameof(IvsCommand.EndpointUrl)))
            .FirstOrDefault(found => found is { } other && !IsNewEndpoint(other.Value));
        if (entry is null)
            return;
        WriteWarning(
            $"$PSDefaultParameterValues['{entry.Value.Key}'] takes precedence over the environment variables. " +
            "To call the new endpoint, remove this entry or set it to the Url of the endpoint.");
    }

    private bool IsNewEndpoint(object? value) =>
        Uri.TryCreate(value?.ToString(), UriKind.Absolute, out var url)
        && url is { Scheme: "http", Host: "127.0.0.1" or "localhost" }
        && url.Port == Port;
}
