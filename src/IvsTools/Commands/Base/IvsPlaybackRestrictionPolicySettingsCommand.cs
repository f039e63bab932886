using System.Management.Automation;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>What can be set on a playback restriction policy, at its creation and later.</summary>
public abstract class IvsPlaybackRestrictionPolicySettingsCommand : IvsChangeCommand
{
    /// <summary>The parameter set whose settings may come by property name, from the rows of a CSV.</summary>
    private protected const string BySettings = "Settings";

    /// <summary>The parameter set that takes a policy. Its own settings must not bind by name: they are what it has already.</summary>
    private protected const string ByPolicy = "Policy";

    /// <summary>ISO 3166-1 codes of two letters, such as DE; none allows every country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedCountries")]
    [AllowEmptyCollection]
    [ValidateItemLength(2, 2)]
    [ListTransformation(UpperCase = true)]
    public string[]? AllowedCountry { get; set; }

    /// <summary>Origins of up to 128 characters, such as https://*.example.com; none allows every origin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedOrigins")]
    [AllowEmptyCollection]
    [ValidateItemLength(0, 128)]
    [ListTransformation]
    public string[]? AllowedOrigin { get; set; }

    /// <summary>True to hold segments to the origin too, not the playlist alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [TrueOrFalseTransformation]
    public bool? EnableStrictOriginEnforcement { get; set; }

    /// <summary>0 to 128 of letters, digits, '-' and '_'; need not be unique.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [ValidateIvsName]
    public string? Name { get; set; }
}
