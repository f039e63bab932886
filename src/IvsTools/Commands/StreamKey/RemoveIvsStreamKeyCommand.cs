using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes stream keys, so that they cannot start a new stream.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsStreamKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsStreamKeyCommand : IvsRemoveCommand
{
    /// <summary>The keys.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsArn(ArnKind.StreamKey)]
    [ArgumentCompleter(typeof(StreamKeyCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Remove(arn, "Delete stream key", Operations.DeleteStreamKey, new(arn));
    }
}
