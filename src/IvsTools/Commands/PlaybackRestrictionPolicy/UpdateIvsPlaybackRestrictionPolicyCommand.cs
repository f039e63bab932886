using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Changes playback restriction policies. Settings that you omit do not change.</summary>
// The set that accepts an object is the default, because PowerShell tries the default set first. In the other set, the properties
// of an object would bind as new settings.
[Cmdlet(VerbsData.Update, "IvsPlaybackRestrictionPolicy", DefaultParameterSetName = ByPolicy, SupportsShouldProcess = true)]
[OutputType(typeof(PlaybackRestrictionPolicy))]
[ResponseType(typeof(UpdatePlaybackRestrictionPolicyResponse))]
public sealed class UpdateIvsPlaybackRestrictionPolicyCommand : IvsPlaybackRestrictionPolicySettingsCommand
{
    /// <summary>The policies.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy)]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>A policy from Get-IvsPlaybackRestrictionPolicy.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByPolicy)]
    [ResourceTransformation(typeof(PlaybackRestrictionPolicy), IvsArn.PlaybackRestrictionPolicyPattern)]
    public PlaybackRestrictionPolicy? InputObject { get; set; }

    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in InputObject is null ? Arn : [InputObject.Arn])
        {
            var request = new UpdatePlaybackRestrictionPolicyRequest(
                arn,
                AllowedCountry,
                AllowedOrigin,
                EnableStrictOriginEnforcement,
                Specified(nameof(Name), Name));
            if (!HasSettings(InputObject, request, new(arn), "-AllowedCountry $_.AllowedCountries"))
                continue;
            if (Confirmed(arn, "Update playback restriction policy"))
                Send(arn, arn, Operations.UpdatePlaybackRestrictionPolicy, request, response => response.PlaybackRestrictionPolicy);
        }
    }
}
