using System.Management.Automation;
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
    public string? Name { get; set; }

    /// <summary>NORMAL or LOW.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("NORMAL", "LOW")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? LatencyMode { get; set; }

    /// <summary>The resolutions and bit rates that the channel takes and makes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("BASIC", "STANDARD", "ADVANCED_SD", "ADVANCED_HD")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
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
    [KnownValues("HIGHER_BANDWIDTH_DELIVERY", "CONSTRAINED_BANDWIDTH_DELIVERY")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Preset { get; set; }

    /// <summary>TS, or FRAGMENTED_MP4, which multitrack input needs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("TS", "FRAGMENTED_MP4")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? ContainerFormat { get; set; }

    /// <summary>How streams are recorded; '' for not at all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? RecordingConfigurationArn { get; set; }

    /// <summary>Where playback is allowed; '' for everywhere.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? PlaybackRestrictionPolicyArn { get; set; }

    /// <summary>Where ads come from; '' for nowhere.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.AdConfiguration, OrNone = true)]
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
    [KnownValues("ALLOW", "REQUIRE")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MultitrackPolicy { get; set; }

    /// <summary>The largest rendition that is taken.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_MaximumResolution")]
    [KnownValues("SD", "HD", "FULL_HD")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
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
