using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Errors;

namespace IvsTools.Commands;

/// <summary>Closes local Amazon IVS endpoints.</summary>
[Cmdlet(VerbsLifecycle.Stop, "IvsEmulator", DefaultParameterSetName = "Url")]
public sealed class StopIvsEmulatorCommand : PSCmdlet
{
    /// <summary>The endpoint from Start-IvsEmulator.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Emulator")]
    [RejectSecret]
    public EmulatorServer? InputObject { get; set; }

    /// <summary>The URL of the endpoint. If omitted, the cmdlet closes all endpoints in this process.</summary>
    [Parameter(ParameterSetName = "Url")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocalEndpointCompleter))]
    public string? Url { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<EmulatorServer> chosen = InputObject is not null ? [InputObject]
            : Url is null ? EmulatorServer.Running
            : EmulatorServer.Find(Url) is { } found ? [found]
            : [];
        if (Url is not null && !chosen.Any())
            WriteError(ErrorRecords.Invalid("EmulatorNotFound", $"No emulator in this process listens at '{Url}'.", Url));
        foreach (var emulator in chosen)
        {
            try
            {
                emulator.Dispose();
            }
            catch (EmulatorStateException e)
            {
                WriteError(ErrorRecords.EmulatorState(e, emulator));
            }
        }
    }
}
