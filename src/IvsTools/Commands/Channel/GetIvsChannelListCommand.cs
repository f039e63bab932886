using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Lists the channels in a Region as summaries.</summary>
[Cmdlet(VerbsCommon.Get, "IvsChannelList", DefaultParameterSetName = List)]
[OutputType(typeof(Channel))]
[ResponseType(typeof(ListChannelsResponse))]
public sealed class GetIvsChannelListCommand : IvsChannelReadCommand
{
    /// <summary>Lists only the channels with exactly this name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [ValidateIvsName(IsChannelFilter = true)]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public string? FilterByName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteChannels(FilterByName);
}
