using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes playback key pairs. The viewer tokens that these key pairs verify become invalid.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsPlaybackKeyPair", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsPlaybackKeyPairCommand : IvsRemoveCommand
{
    /// <summary>The key pairs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsArn(ArnKind.PlaybackKeyPair)]
    [ArgumentCompleter(typeof(PlaybackKeyPairCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>The time when the last token expires. The cmdlet does not delete a key pair before this time.</summary>
    [Parameter]
    [ValidateNotNull]
    [TimeTransformation(typeof(DateTimeOffset), "2030-01-31T12:00:00Z, or (Get-Date).AddMinutes(5)")]
    public DateTimeOffset? NotBefore { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NotBefore > DateTimeOffset.Now)
        {
            Report(ErrorRecords.KeyStillInUse(NotBefore.Value, Arn));
            return;
        }
        foreach (var arn in Arn)
            Remove(arn, "Delete playback key pair", Operations.DeletePlaybackKeyPair, new(arn));
    }
}
