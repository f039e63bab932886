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
        var keys = TagKey;
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, $"Remove the tags {string.Join(", ", keys)}"))
                Start(arn, arn, (session, stop) => ResourceTags.RemoveAsync(session, arn, keys, stop), _ => null);
        }
    }
}
