using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets stream keys by their ARNs or by the ARNs of their channels.</summary>
[Alias("Get-IvsStreamKeyList")]
[Cmdlet(VerbsCommon.Get, "IvsStreamKey", DefaultParameterSetName = ByArn)]
[OutputType(typeof(StreamKey))]
[ResponseType(typeof(GetStreamKeyResponse), typeof(ListStreamKeysResponse))]
public sealed class GetIvsStreamKeyCommand : IvsBatchGetCommand<StreamKey, GetStreamKeyResponse, BatchGetStreamKeyResponse>
{
    /// <summary>Creates the cmdlet.</summary>
    public GetIvsStreamKeyCommand()
        : base(ResourceBatches.StreamKeys)
    {
    }

    /// <summary>The ARNs of stream keys or channels. Stream keys are requested in batches of 50.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("StreamKeyArn", "Arns")]
    [ValidateIvsArn(ArnKind.StreamKeyOrChannel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>The ARNs of the channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>A channel from Get-IvsChannel.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "ChannelObject")]
    [RejectSecret]
    public Channel? Channel { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
        {
            if (Regex.IsMatch(arn, IvsArn.ChannelPattern, RegexOptions.CultureInvariant))
                GetOfChannel(arn);
            else
                Add(arn);
        }
        EndInput();
        foreach (var channelArn in Channel is null ? ChannelArn : [Channel.Arn])
            GetOfChannel(channelArn);
    }

    // A list does not contain the value of the key, so a second call gets it. A channel has only one key.
    private void GetOfChannel(string channelArn)
    {
        var list = ResourceLists.StreamKeys(channelArn);
        if (WantsPages)
            WritePages(list, channelArn);
        else
            WriteResources(list, Operations.GetStreamKey, arn => new(arn), response => response.StreamKey, channelArn);
    }
}
