using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Changes settings of channels. Settings that you omit do not change. The channels must not be live.</summary>
// The set that accepts an object is the default, because PowerShell tries the default set first. In the other set, the properties
// of an object would bind as new settings.
[Cmdlet(VerbsData.Update, "IvsChannel", DefaultParameterSetName = ByChannel, SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
[ResponseType(typeof(UpdateChannelResponse))]
public sealed class UpdateIvsChannelCommand : IvsChannelSettingsCommand
{
    /// <summary>The channels.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Alias("ChannelArn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>A channel from Get-IvsChannel.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByChannel)]
    [ResourceTransformation(typeof(Channel), IvsArn.ChannelPattern)]
    public Channel? InputObject { get; set; }

    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in InputObject is null ? Arn : [InputObject.Arn])
        {
            var request = new UpdateChannelRequest(
                arn,
                Specified(nameof(Name), Name),
                LatencyMode,
                Type,
                Authorized,
                Specified(nameof(RecordingConfigurationArn), RecordingConfigurationArn),
                InsecureIngest,
                Preset,
                Specified(nameof(PlaybackRestrictionPolicyArn), PlaybackRestrictionPolicyArn),
                Multitrack,
                ContainerFormat,
                Specified(nameof(AdConfigurationArn), AdConfigurationArn));
            if (!HasSettings(InputObject, request, new(arn), "-LatencyMode $_.LatencyMode"))
                continue;
            if (Confirmed(arn, "Update channel"))
                Send(arn, arn, Operations.UpdateChannel, request, response => response.Channel);
        }
    }
}
