using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that get or list channels.</summary>
public abstract class IvsChannelReadCommand : IvsBatchGetCommand<Channel, GetChannelResponse, BatchGetChannelResponse>
{
    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected IvsChannelReadCommand()
        : base(ResourceBatches.Channels)
    {
    }

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
}
