using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that change the tags of resources.</summary>
[ResponseType(typeof(EmptyResponse))]
public abstract class IvsTagChangeCommand : IvsChangeCommand
{
    /// <summary>The ARNs of the resources, which can be of any type.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "ChannelArn")]
    [ValidateIvsArn(ArnKind.Resource)]
    [ArgumentCompleter(typeof(TaggedResourceCompleter))]
    public string[] ResourceArn { get; set; } = [];
}
