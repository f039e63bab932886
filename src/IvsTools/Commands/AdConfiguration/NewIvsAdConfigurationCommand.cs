using System.Collections;
using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates an ad configuration.</summary>
[Cmdlet(VerbsCommon.New, "IvsAdConfiguration", DefaultParameterSetName = BySettings, SupportsShouldProcess = true)]
[OutputType(typeof(AdConfiguration))]
[ResponseType(typeof(CreateAdConfigurationResponse))]
public sealed class NewIvsAdConfigurationCommand : IvsAdConfigurationSettingsCommand
{
    /// <summary>
    /// From 1 to 3 playback configurations of AWS Elemental MediaTailor. Each is an ARN, or a structure such as
    /// @{ playbackConfigurationArn = … }.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("MediaTailorPlaybackConfigurations")]
    [ValidateCount(1, 3)]
    [StructureTransformation(typeof(MediaTailorPlaybackConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public MediaTailorPlaybackConfiguration[]? MediaTailorPlaybackConfiguration { get; set; }

    /// <summary>An ad configuration to use as a template. Other parameters override the settings of the template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByAdConfiguration)]
    [RejectSecret]
    public AdConfiguration? InputObject { get; set; }

    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [TextTransformation]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <summary>The tags for the ad configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = new CreateAdConfigurationRequest(
            MediaTailorPlaybackConfiguration ?? InputObject!.MediaTailorPlaybackConfigurations,
            Specified(nameof(Name), Name) ?? InputObject?.Name,
            PostRoll ?? InputObject?.PostRollConfiguration,
            Specified(Tag));
        if (Confirmed(request.Name ?? "(unnamed)", "Create ad configuration"))
            Send(request.Name, null, Operations.CreateAdConfiguration, request, response => response.AdConfiguration);
    }
}
