using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Errors;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>Opens a local Amazon IVS endpoint inside this process.</summary>
[Cmdlet(VerbsLifecycle.Start, "IvsEmulator")]
[OutputType(typeof(EmulatorServer))]
public sealed class StartIvsEmulatorCommand : PSCmdlet
{
    /// <summary>The port on 127.0.0.1; a free one unless given.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [RefuseSecret]
    public int Port { get; set; }

    /// <summary>The Region that it plays.</summary>
    [Parameter]
    [ValidatePattern(@"\A[a-z0-9-]+\z")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [RefuseSecret]
    public string Region { get; set; } = "us-west-2";

    /// <summary>The account in every ARN.</summary>
    [Parameter]
    [ValidatePattern(@"\A[0-9]{12}\z")]
    [RefuseSecret]
    public string AccountId { get; set; } = "123456789012";

    /// <summary>Waited before each answer, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [RefuseSecret]
    public int LatencyMilliseconds { get; set; }

    /// <summary>Calls over this rate get ThrottlingException.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [RefuseSecret]
    public double? RequestsPerSecond { get; set; }

    /// <summary>Refuses every creation, as for an account under verification.</summary>
    [Parameter]
    [RefuseSecret]
    public SwitchParameter PendingVerification { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(EmulatorServer.Start(new EmulatorOptions
            {
                Port = Port,
                Region = Region,
                AccountId = AccountId,
                Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
                RequestsPerSecond = RequestsPerSecond,
                PendingVerification = PendingVerification,
            }));
        }
        catch (IOException e)
        {
            WriteError(ErrorRecords.PortTaken(e, Port));
        }
    }
}
