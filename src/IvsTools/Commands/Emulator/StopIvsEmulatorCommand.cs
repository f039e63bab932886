using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Errors;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>Closes local endpoints: those given, or all of this process.</summary>
[Cmdlet(VerbsLifecycle.Stop, "IvsEmulator", DefaultParameterSetName = "Url")]
public sealed class StopIvsEmulatorCommand : PSCmdlet
{
    /// <summary>What Start-IvsEmulator emitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Emulator")]
    [RefuseSecret]
    public EmulatorServer? InputObject { get; set; }

    /// <summary>The endpoint's URL; all of this process without it.</summary>
    [Parameter(ParameterSetName = "Url")]
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
