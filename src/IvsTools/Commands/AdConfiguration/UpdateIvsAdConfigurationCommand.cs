using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Changes ad configurations. Settings that you omit do not change.</summary>
// The set that accepts an object is the default, because PowerShell tries the default set first. In the other set, the properties
// of an object would bind as new settings.
[Cmdlet(VerbsData.Update, "IvsAdConfiguration", DefaultParameterSetName = ByAdConfiguration, SupportsShouldProcess = true)]
[OutputType(typeof(AdConfiguration))]
[ResponseType(typeof(UpdateAdConfigurationResponse))]
public sealed class UpdateIvsAdConfigurationCommand : IvsAdConfigurationSettingsCommand
{
    /// <summary>The ad configurations.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [ValidateIvsArn(ArnKind.AdConfiguration)]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>An ad configuration from Get-IvsAdConfiguration.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByAdConfiguration)]
    [ResourceTransformation(typeof(AdConfiguration), IvsArn.AdConfigurationPattern)]
    public AdConfiguration? InputObject { get; set; }

    /// <summary>
    /// From 1 to 3 playback configurations of AWS Elemental MediaTailor. Each is an ARN, or a structure such as
    /// @{ playbackConfigurationArn = … }.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("MediaTailorPlaybackConfigurations")]
    [ValidateCount(0, 3)] // The minimum is 0 so that $null is valid.
    [StructureTransformation(typeof(MediaTailorPlaybackConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public MediaTailorPlaybackConfiguration[]? MediaTailorPlaybackConfiguration { get; set; }

    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in InputObject is null ? Arn : [InputObject.Arn])
        {
            var request = new UpdateAdConfigurationRequest(arn, Specified(nameof(Name), Name), MediaTailorPlaybackConfiguration, PostRoll);
            if (!HasSettings(InputObject, request, new(arn), "-PostRollConfiguration $_.PostRollConfiguration"))
                continue;
            if (Confirmed(arn, "Update ad configuration"))
                Send(arn, arn, Operations.UpdateAdConfiguration, request, response => response.AdConfiguration);
        }
    }
}
