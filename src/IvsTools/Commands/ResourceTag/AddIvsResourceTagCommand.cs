using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Adds tags to resources, or gives new values to those that are there.</summary>
[Cmdlet(VerbsCommon.Add, "IvsResourceTag", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddIvsResourceTagCommand : IvsChangeCommand
{
    /// <summary>The resources, of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(IvsArn.ResourcePattern, "resource", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ResourcePattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [ValidateIvsTag]
    public IDictionary Tag { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, "Add tags"))
                Send(arn, arn, Operations.TagResource, new(arn, TagSet.From(Tag)!), _ => null);
        }
    }
}
