using System.Management.Automation;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>A cmdlet that changes the tags of resources.</summary>
public abstract class IvsTagChangeCommand : IvsChangeCommand
{
    /// <summary>The resources, of any kind.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "ChannelArn")]
    [ValidateIvsArn(ArnKind.Resource)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ResourceArn { get; set; } = [];
}
