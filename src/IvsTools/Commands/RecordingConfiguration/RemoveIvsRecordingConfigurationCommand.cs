using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes recording configurations. A recording configuration that a channel uses cannot be deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsRecordingConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsRecordingConfigurationCommand : IvsRemoveCommand
{
    /// <summary>The ARNs of the recording configurations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration)]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Remove(arn, "Delete recording configuration", Operations.DeleteRecordingConfiguration, new(arn));
    }
}
