using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that require a live channel.</summary>
public abstract class IvsLiveChannelCommand : IvsChangeCommand
{
    /// <summary>The channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(LiveChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];
}
