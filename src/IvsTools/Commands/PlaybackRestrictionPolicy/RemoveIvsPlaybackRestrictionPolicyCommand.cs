using System.Management.Automation;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes playback restriction policies; one that a channel refers to is refused.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsPlaybackRestrictionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsPlaybackRestrictionPolicyCommand : IvsRemoveCommand
{
    /// <summary>Those to delete.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy)]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Remove(arn, "Delete playback restriction policy", Operations.DeletePlaybackRestrictionPolicy, new(arn));
    }
}
