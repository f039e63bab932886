using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets channels by ARN, or lists the channels in a Region.</summary>
[Cmdlet(VerbsCommon.Get, "IvsChannel", DefaultParameterSetName = List)]
[OutputType(typeof(Channel))]
[ResponseType(typeof(GetChannelResponse), typeof(ListChannelsResponse))]
public sealed class GetIvsChannelCommand : IvsChannelReadCommand
{
    /// <summary>
    /// The ARNs or names of the channels. Names can contain wildcards. If omitted, the cmdlet lists summaries of all
    /// channels.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("ChannelArn", "Arns")]
    [ValidateIvsArn(ArnKind.Channel, OrName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameOrArnCompleter<ChannelCompleter>))]
    [StreamKeyTransformation]
    public string[] Arn { get; set; } = [];

    /// <summary>Lists only the channels with exactly this name.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("Name")]
    [ValidateIvsName(IsChannelFilter = true)]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public string? FilterByName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ArnsOf(Arn, ResourceLists.Channels))
            Add(arn);
        EndInput();
        if (ParameterSetName == List)
            WriteChannels(FilterByName);
    }
}
