using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>What can be set on a channel, at its creation and later.</summary>
public abstract class IvsChannelSettingsCommand : IvsChangeCommand
{
    /// <summary>The parameter set whose settings may come by property name, from the rows of a CSV.</summary>
    private protected const string BySettings = "Settings";

    /// <summary>The parameter set that takes a channel. Its own settings must not bind by name: they are what it has already.</summary>
    private protected const string ByChannel = "Channel";

    /// <summary>0 to 128 of letters, digits, '-' and '_'; need not be unique.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsName]
    [ValidateLength(0, ValidateIvsNameAttribute.MaximumLength)]
    [ValidatePattern(ValidateIvsNameAttribute.Pattern, Options = RegexOptions.None)]
    public string? Name { get; set; }

    /// <summary>NORMAL or LOW.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateSet("NORMAL", "LOW")]
    [UpperCaseTransformation]
    public string? LatencyMode { get; set; }

    /// <summary>The resolutions and bit rates that the channel takes and makes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateSet("BASIC", "STANDARD", "ADVANCED_SD", "ADVANCED_HD")]
    [UpperCaseTransformation]
    public string? Type { get; set; }

    /// <summary>True for a private channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    public bool? Authorized { get; set; }

    /// <summary>True to take RTMP without TLS too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    public bool? InsecureIngest { get; set; }

    /// <summary>The transcoding preset, for the ADVANCED types alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateSet("HIGHER_BANDWIDTH_DELIVERY", "CONSTRAINED_BANDWIDTH_DELIVERY")]
    [UpperCaseTransformation]
    public string? Preset { get; set; }

    /// <summary>TS, or FRAGMENTED_MP4, which multitrack input needs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateSet("TS", "FRAGMENTED_MP4")]
    [UpperCaseTransformation]
    public string? ContainerFormat { get; set; }

    /// <summary>How streams are recorded; '' for not at all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(IvsArn.RecordingConfigurationOrNonePattern, "recording configuration", ArnExample.RecordingConfiguration, OrNone = true)]
    [ValidateLength(0, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.RecordingConfigurationOrNonePattern, Options = RegexOptions.None)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? RecordingConfigurationArn { get; set; }

    /// <summary>Where playback is allowed; '' for everywhere.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(IvsArn.PlaybackRestrictionPolicyOrNonePattern, "playback restriction policy", ArnExample.PlaybackRestrictionPolicy, OrNone = true)]
    [ValidateLength(0, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.PlaybackRestrictionPolicyOrNonePattern, Options = RegexOptions.None)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? PlaybackRestrictionPolicyArn { get; set; }

    /// <summary>Where ads come from; '' for nowhere.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(IvsArn.AdConfigurationOrNonePattern, "ad configuration", ArnExample.AdConfiguration, OrNone = true)]
    [ValidateLength(0, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.AdConfigurationOrNonePattern, Options = RegexOptions.None)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string? AdConfigurationArn { get; set; }

    /// <summary>Whether an encoder may send several renditions: @{ enabled = $true; policy = 'ALLOW'; maximumResolution = 'HD' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [StructureTransformation(typeof(MultitrackInputConfiguration))]
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; set; }

    /// <summary>The same, member by member.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Enabled")]
    [TrueOrFalseTransformation]
    public bool? MultitrackEnabled { get; set; }

    /// <summary>ALLOW takes one rendition too, REQUIRE does not.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Policy")]
    [ValidateSet("ALLOW", "REQUIRE")]
    [UpperCaseTransformation]
    public string? MultitrackPolicy { get; set; }

    /// <summary>The largest rendition that is taken.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_MaximumResolution")]
    [ValidateSet("SD", "HD", "FULL_HD")]
    [UpperCaseTransformation]
    public string? MultitrackMaximumResolution { get; set; }

    /// <summary>The multitrack settings from both forms; null if neither was given.</summary>
    private protected MultitrackInputConfiguration? Multitrack =>
        (MultitrackInputConfiguration, MultitrackEnabled, MultitrackPolicy, MultitrackMaximumResolution) is (null, null, null, null)
            ? null
            : new(
                MultitrackEnabled ?? MultitrackInputConfiguration?.Enabled,
                MultitrackPolicy ?? MultitrackInputConfiguration?.Policy,
                MultitrackMaximumResolution ?? MultitrackInputConfiguration?.MaximumResolution);
}
