using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that get the stream sessions of channels.</summary>
public abstract class IvsStreamSessionCommand : IvsListCommand
{
    /// <summary>The channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>Lists the sessions of one channel.</summary>
    private protected void WriteSessions(string channelArn) => WritePages(
        Operations.ListStreamSessions,
        (size, next) => new(channelArn, size, next),
        page => (page.Of(channelArn), page.NextToken),
        channelArn);
}
