using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes channels with their stream keys; a live channel is refused.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsChannelCommand : IvsRemoveCommand
{
    /// <summary>The channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ChannelArn")]
    [ValidateIvsArn(IvsArn.ChannelPattern, "channel", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Remove(arn, "Delete channel", Operations.DeleteChannel, new(arn));
    }
}
