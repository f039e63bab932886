using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Lists the live streams in a Region as summaries.</summary>
[Cmdlet(VerbsCommon.Get, "IvsStreamList", DefaultParameterSetName = List)]
[OutputType(typeof(LiveStream))]
[ResponseType(typeof(ListStreamsResponse))]
public sealed class GetIvsStreamListCommand : IvsStreamListCommand
{
    /// <summary>Lists only the streams with this health.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FilterBy_Health")]
    [TextTransformation]
    [KnownValues("StreamHealth")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Health { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsInputUsable(Health))
            WriteStreams(Health);
    }
}
