using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets channels by ARN, or lists the channels in a Region.</summary>
[Alias("Get-IvsChannelBatch", "Get-IvsChannelList")]
[Cmdlet(VerbsCommon.Get, "IvsChannel", DefaultParameterSetName = List)]
[OutputType(typeof(Channel))]
public sealed class GetIvsChannelCommand : IvsBatchGetCommand<Channel, GetChannelResponse, BatchGetChannelResponse>
{
    /// <summary>The ARNs of the channels, in calls of 50. If omitted, all channels are listed as summaries.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("ChannelArn", "Arns")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>Lists only the channels with exactly this name.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("Name")]
    [ValidateIvsName]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public string? FilterByName { get; set; }

    /// <summary>Lists only the channels that use this recording configuration.</summary>
    [Parameter(ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration)]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? FilterByRecordingConfigurationArn { get; set; }

    /// <summary>Lists only the channels that use this playback restriction policy.</summary>
    [Parameter(ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy)]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? FilterByPlaybackRestrictionPolicyArn { get; set; }

    /// <summary>Lists only the channels that use this ad configuration.</summary>
    [Parameter(ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.AdConfiguration)]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string? FilterByAdConfigurationArn { get; set; }

    private protected override string BatchOperation => Operations.BatchGetChannel.Name;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Add(arn);
        FlushInput();
        if (ParameterSetName == List)
        {
            WritePages(
                Operations.ListChannels,
                (size, next) => new(
                    FilterByName, FilterByRecordingConfigurationArn, FilterByPlaybackRestrictionPolicyArn, FilterByAdConfigurationArn, size, next),
                page => (page.Channels, page.NextToken));
        }
    }

    private protected override Task<GetChannelResponse> GetOneAsync(CallContext context, string arn, CancellationToken cancellationToken) =>
        context.SendAsync(Operations.GetChannel, new(arn), cancellationToken);

    private protected override Task<BatchGetChannelResponse> GetManyAsync(CallContext context, IReadOnlyList<string> arns, CancellationToken cancellationToken) =>
        context.SendAsync(Operations.BatchGetChannel, new(arns), cancellationToken);

    private protected override Channel? Read(GetChannelResponse answer) => answer.Channel;

    private protected override (IReadOnlyList<Channel>? Found, IReadOnlyList<BatchError>? Errors) Read(BatchGetChannelResponse answer) =>
        (answer.Channels, answer.Errors);
}
