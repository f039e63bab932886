using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>The settings that you can specify when you create or update a playback restriction policy.</summary>
public abstract class IvsPlaybackRestrictionPolicySettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts a policy. The other parameters of the set do not bind by property name. Otherwise, the current
    /// settings of the policy would bind as if they had been specified.
    /// </summary>
    private protected const string ByPolicy = "Policy";

    /// <summary>Two-letter ISO 3166-1 codes such as DE. An empty list allows every country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedCountries")]
    [AllowEmptyCollection]
    [ValidateItemLength(2, 2)]
    [ListTransformation(UpperCase = true)]
    public string[]? AllowedCountry { get; set; }

    /// <summary>Origins of up to 128 characters, such as https://*.example.com. An empty list allows every origin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedOrigins")]
    [AllowEmptyCollection]
    [ValidateItemLength(0, 128)]
    [ListTransformation]
    public string[]? AllowedOrigin { get; set; }

    /// <summary>True to restrict requests for segments as well as for the playlist.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? EnableStrictOriginEnforcement { get; set; }
}
