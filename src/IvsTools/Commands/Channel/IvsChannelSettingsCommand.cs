using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that create or update channels.</summary>
public abstract class IvsChannelSettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts a channel object. The properties of the object contain the current settings, so the
    /// parameters for new settings do not bind by property name in this set.
    /// </summary>
    private protected const string ByChannel = "Channel";

    /// <summary>NORMAL or LOW.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ChannelLatencyMode")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? LatencyMode { get; set; }

    /// <summary>The channel type, which determines the allowed resolutions and bit rates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ChannelType")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Type { get; set; }

    /// <summary>True to make the channel private.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? Authorized { get; set; }

    /// <summary>True to also accept RTMP connections without TLS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? InsecureIngest { get; set; }

    /// <summary>The transcode preset. Only the ADVANCED channel types have presets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("TranscodePreset")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Preset { get; set; }

    /// <summary>TS or FRAGMENTED_MP4. Multitrack input requires FRAGMENTED_MP4.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ContainerFormat")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? ContainerFormat { get; set; }

    /// <summary>The ARN of the recording configuration. Empty text means no recording.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? RecordingConfigurationArn { get; set; }

    /// <summary>The ARN of the playback restriction policy. Empty text means no restriction.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? PlaybackRestrictionPolicyArn { get; set; }

    /// <summary>The ARN of the ad configuration. Empty text means no ads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.AdConfiguration, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string? AdConfigurationArn { get; set; }

    /// <summary>The multitrack settings, such as @{ enabled = $true; policy = 'ALLOW'; maximumResolution = 'HD' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [StructureTransformation(typeof(MultitrackInputConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; set; }

    /// <summary>True to accept several renditions from the encoder.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Enabled")]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? MultitrackEnabled { get; set; }

    /// <summary>ALLOW or REQUIRE. ALLOW also accepts a single rendition.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Policy")]
    [KnownValues("MultitrackPolicy")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MultitrackPolicy { get; set; }

    /// <summary>The maximum resolution of the renditions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_MaximumResolution")]
    [KnownValues("MultitrackMaximumResolution")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MultitrackMaximumResolution { get; set; }

    /// <summary>The multitrack settings from all parameters, or null if all of them are omitted.</summary>
    private protected MultitrackInputConfiguration? Multitrack =>
        (MultitrackInputConfiguration, MultitrackEnabled, MultitrackPolicy, MultitrackMaximumResolution) is (null, null, null, null)
            ? null
            : new(
                MultitrackEnabled ?? MultitrackInputConfiguration?.Enabled,
                MultitrackPolicy ?? MultitrackInputConfiguration?.Policy,
                MultitrackMaximumResolution ?? MultitrackInputConfiguration?.MaximumResolution);
}
