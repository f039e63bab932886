using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that get or list channels.</summary>
public abstract class IvsChannelReadCommand : IvsBatchGetCommand<Channel, GetChannelResponse, BatchGetChannelResponse>
{
    /// <summary>Lists only the channels that use this recording configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration)]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? FilterByRecordingConfigurationArn { get; set; }

    /// <summary>Lists only the channels that use this playback restriction policy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy)]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? FilterByPlaybackRestrictionPolicyArn { get; set; }

    /// <summary>Lists only the channels that use this ad configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = List)]
    [ValidateIvsArn(ArnKind.AdConfiguration)]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string? FilterByAdConfigurationArn { get; set; }

    private protected override string BatchOperation => Operations.BatchGetChannel.Name;

    /// <summary>Lists the channels that have the name. If the name is null, all channels are listed.</summary>
    private protected void WriteChannels(string? name)
    {
        if (!IsInputUsable(name))
            return;
        WritePages(ResourceLists.Channels with
        {
            Request = (_, size, next) => new(
                name, FilterByRecordingConfigurationArn, FilterByPlaybackRestrictionPolicyArn, FilterByAdConfigurationArn, size, next),
        });
    }

    private protected override Task<GetChannelResponse> GetOneAsync(CallContext context, string arn, CancellationToken cancellationToken) =>
        context.SendAsync(Operations.GetChannel, new(arn), cancellationToken);

    private protected override Task<BatchGetChannelResponse> GetManyAsync(
        CallContext context, IReadOnlyList<string> arns, CancellationToken cancellationToken) =>
        context.SendAsync(Operations.BatchGetChannel, new(arns), cancellationToken);

    private protected override Channel? Read(GetChannelResponse response) => response.Channel;

    private protected override (IReadOnlyList<Channel>? Found, IReadOnlyList<BatchError>? Errors) Read(BatchGetChannelResponse response) =>
        (response.Channels, response.Errors);
}
