using System.Collections;
using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates a channel and its stream key.</summary>
[Cmdlet(VerbsCommon.New, "IvsChannel", DefaultParameterSetName = BySettings, SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
[ResponseType(typeof(CreateChannelResponse))]
public sealed class NewIvsChannelCommand : IvsChannelSettingsCommand
{
    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TextTransformation]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <summary>The tags for the channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <summary>A channel to use as a template. Other parameters override the settings of the template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByChannel)]
    [RejectSecret]
    public Channel? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var type = Type ?? InputObject?.Type;
        var request = new CreateChannelRequest(
            Specified(nameof(Name), Name) ?? InputObject?.Name,
            LatencyMode ?? InputObject?.LatencyMode,
            type,
            Authorized ?? InputObject?.Authorized,
            Specified(nameof(RecordingConfigurationArn), RecordingConfigurationArn) ?? InputObject?.RecordingConfigurationArn,
            InsecureIngest ?? InputObject?.InsecureIngest,
            // A preset is valid only for the types ADVANCED_SD and ADVANCED_HD.
            Preset ?? (type is "ADVANCED_SD" or "ADVANCED_HD" && InputObject?.Preset is { Length: > 0 } preset ? preset : null),
            Specified(nameof(PlaybackRestrictionPolicyArn), PlaybackRestrictionPolicyArn) ?? InputObject?.PlaybackRestrictionPolicyArn,
            Multitrack ?? InputObject?.MultitrackInputConfiguration,
            ContainerFormat ?? InputObject?.ContainerFormat,
            Specified(nameof(AdConfigurationArn), AdConfigurationArn) ?? InputObject?.AdConfigurationArn,
            Specified(Tag));
        if (Confirmed(request.Name ?? "(unnamed)", "Create channel"))
            Send(request.Name, null, Operations.CreateChannel, request, response => response.ChannelWithKey());
    }
}
