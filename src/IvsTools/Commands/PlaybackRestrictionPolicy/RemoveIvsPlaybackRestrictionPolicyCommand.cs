using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes playback restriction policies. A policy that a channel uses cannot be deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsPlaybackRestrictionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsPlaybackRestrictionPolicyCommand : IvsRemoveCommand
{
    /// <summary>The ARNs of the policies.</summary>
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
