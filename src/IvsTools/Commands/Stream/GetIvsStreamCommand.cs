using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets the live streams of channels, or lists the live streams in a Region.</summary>
[Cmdlet(VerbsCommon.Get, "IvsStream", DefaultParameterSetName = List)]
[OutputType(typeof(LiveStream))]
[ResponseType(typeof(GetStreamResponse), typeof(ListStreamsResponse))]
public sealed class GetIvsStreamCommand : IvsStreamListCommand
{
    /// <summary>The ARNs of the channels. If omitted, the cmdlet lists summaries of all live streams.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(LiveChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>Lists only the streams with this health.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("FilterBy_Health")]
    [KnownValues("StreamHealth")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Health { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
            Send(arn, arn, Operations.GetStream, new(arn), response => response.Stream);
        if (ParameterSetName == List)
            WriteStreams(Health);
    }
}
