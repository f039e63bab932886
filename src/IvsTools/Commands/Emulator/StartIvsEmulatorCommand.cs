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
    /// <summary>The port on 127.0.0.1. Default: any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [ValidateNotSecret]
    public int Port { get; set; }

    /// <summary>Accepts encoders with RTMPS, and with RTMP for channels that allow it.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Ingest { get; set; }

    /// <summary>The port for encoders on 127.0.0.1. It includes -Ingest. Default: any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [ValidateNotSecret]
    public int? IngestPort { get; set; }

    /// <summary>The default Region of the endpoint. The Regions of Amazon IVS are also accepted.</summary>
    [Parameter]
    [ValidatePattern(@"\A[a-z0-9-]+\z")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotSecret]
    public string Region { get; set; } = "us-west-2";

    /// <summary>The account ID of the credentials.</summary>
    [Parameter]
    [ValidatePattern(@"\A[0-9]{12}\z")]
    [ValidateNotSecret]
    public string AccountId { get; set; } = "123456789012";

    /// <summary>
    /// The credentials for clients: the access key ID as user name, the secret access key as password. Default: generated.
    /// </summary>
    [Parameter]
    [ValidateNotSecret]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>More access key IDs, each with its account ID. They have the same secret access key.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateAdditionalAccount]
    [ValidateNotSecret]
    public Hashtable? AdditionalAccount { get; set; }

    /// <summary>Makes IDs, stream keys and credentials the same in every run.</summary>
    [Parameter]
    [ValidateNotSecret]
    public int? Seed { get; set; }

    /// <summary>A file for the state. An existing file is loaded, and Stop-IvsEmulator saves the state to the file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string? StatePath { get; set; }

    /// <summary>The origins whose web pages can call the API.</summary>
    [Parameter]
    [ValidateAllowedOrigin]
    [ValidateNotSecret]
    public string[] AllowedOrigin { get; set; } = [];

    /// <summary>Sets environment variables so that every AWS client in this process uses the endpoint until it is stopped.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter SetEnvironment { get; set; }

    /// <summary>The delay before each response in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [ValidateNotSecret]
    public int LatencyMilliseconds { get; set; }

    /// <summary>The rate limit in calls per second. Calls above this rate return ThrottlingException.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [ValidateNotSecret]
    public double? RequestsPerSecond { get; set; }

    /// <summary>Rejects every create request, as AWS does for an account that is not verified yet.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter PendingVerification { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
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
                AdditionalAccounts = (AdditionalAccount ?? []).Cast<DictionaryEntry>().ToDictionary(
                    entry => (string)entry.Key, entry => entry.Value!.ToString()!),
                Seed = Seed,
                StatePath = StatePath is null ? null : GetUnresolvedProviderPathFromPSPath(StatePath),
                AllowedOrigins = AllowedOrigin,
                SetEnvironment = SetEnvironment,
                Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
                RequestsPerSecond = RequestsPerSecond,
                PendingVerification = PendingVerification,
            }));
        }
        catch (ArgumentException e)
        {
            WriteError(ErrorRecords.Invalid("DuplicateAccessKey", e.Message, Credential?.UserName));
        }
        catch (IOException e)
        {
            WriteError(ErrorRecords.PortTaken(e, Port));
        }
        catch (EmulatorStateException e)
        {
            WriteError(ErrorRecords.EmulatorState(e, StatePath));
        }
    }
}
