using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>A cmdlet that changes the tags of resources.</summary>
public abstract class IvsTagChangeCommand : IvsChangeCommand
{
    /// <summary>The resources, of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "ChannelArn")]
    [ValidateIvsArn(IvsArn.ResourcePattern, "resource", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ResourcePattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ResourceArn { get; set; } = [];
}
