using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Takes tags off resources.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsResourceTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsResourceTagCommand : IvsRemoveCommand
{
    /// <summary>The resources, of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(IvsArn.ResourcePattern, "resource", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ResourcePattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Up to 50 keys, of 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("TagKeys")]
    [ValidateCount(1, 50)]
    [ValidateIvsTagKey]
    public string[] TagKey { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
            Remove(arn, "Remove tags", Operations.UntagResource, new(arn, TagKey));
    }
}
