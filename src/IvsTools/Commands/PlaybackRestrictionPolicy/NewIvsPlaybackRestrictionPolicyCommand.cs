using System.Collections;
using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates a playback restriction policy.</summary>
[Cmdlet(VerbsCommon.New, "IvsPlaybackRestrictionPolicy", DefaultParameterSetName = BySettings, SupportsShouldProcess = true)]
[OutputType(typeof(PlaybackRestrictionPolicy))]
[ResponseType(typeof(CreatePlaybackRestrictionPolicyResponse))]
public sealed class NewIvsPlaybackRestrictionPolicyCommand : IvsPlaybackRestrictionPolicySettingsCommand
{
    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <summary>A policy to use as a template. Other parameters override the settings of the template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByPolicy)]
    [RejectSecret]
    public PlaybackRestrictionPolicy? InputObject { get; set; }

    /// <summary>The tags for the policy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = new CreatePlaybackRestrictionPolicyRequest(
            AllowedCountry ?? InputObject?.AllowedCountries,
            AllowedOrigin ?? InputObject?.AllowedOrigins,
            EnableStrictOriginEnforcement ?? InputObject?.EnableStrictOriginEnforcement,
            Specified(nameof(Name), Name) ?? InputObject?.Name,
            Specified(Tag));
        if (Confirmed(request.Name ?? "(unnamed)", "Create playback restriction policy"))
            Send(request.Name, null, Operations.CreatePlaybackRestrictionPolicy, request, response => response.PlaybackRestrictionPolicy);
    }
}
