using System.Management.Automation;
using System.Runtime.CompilerServices;
using IvsTools.Errors;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that create or update playback restriction policies.</summary>
public abstract class IvsPlaybackRestrictionPolicySettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts a policy object. The properties of the object contain the current settings, so the
    /// parameters for new settings do not bind by property name in this set.
    /// </summary>
    private protected const string ByPolicy = "Policy";

    private string? _emptyParameter;

    /// <summary>Two-letter country codes (ISO 3166-1), such as DE. An empty list allows every country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedCountries")]
    [AllowEmptyCollection]
    [ValidateItemLength(2, 2, Example = "DE")]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [ListTransformation(UpperCase = true)]
    public string[]? AllowedCountry { get; set => field = WithoutEmptyText(value); }

    /// <summary>Origins of up to 128 characters, such as https://*.example.com. An empty list allows every origin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [Alias("AllowedOrigins")]
    [AllowEmptyCollection]
    [ValidateItemLength(0, 128, Example = "https://example.com")]
    [WarnAboutScheme]
    [ListTransformation]
    public string[]? AllowedOrigin { get; set => field = WithoutEmptyText(value); }

    /// <summary>True to check the origin of every request, including the requests for segments.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByPolicy)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? EnableStrictOriginEnforcement { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Before the first input, only the command line has set the parameters.
        if (_emptyParameter is not null)
            ThrowTerminatingError(ErrorRecords.EmptyList($"-{_emptyParameter}"));
        base.BeginProcessing();
    }

    private string[]? WithoutEmptyText(string[]? list, [CallerMemberName] string parameter = "")
    {
        if (list != ListTransformationAttribute.EmptyText)
            return list;
        _emptyParameter = parameter;
        return null;
    }
}
