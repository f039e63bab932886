using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>The settings that you can specify when you create or update a channel.</summary>
public abstract class IvsChannelSettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts a channel. Its settings do not bind by name, because a channel contains its current settings.
    /// </summary>
    private protected const string ByChannel = "Channel";

    /// <summary>NORMAL or LOW.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ChannelLatencyMode")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? LatencyMode { get; set; }

    /// <summary>The allowed resolutions and bitrates, and how the input is transcoded.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ChannelType")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Type { get; set; }

    /// <summary>True for a private channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? Authorized { get; set; }

    /// <summary>True to accept RTMP without TLS as well.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? InsecureIngest { get; set; }

    /// <summary>The transcode preset, only for the ADVANCED types.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("TranscodePreset")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? Preset { get; set; }

    /// <summary>TS, or FRAGMENTED_MP4, which multitrack input requires.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [KnownValues("ContainerFormat")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? ContainerFormat { get; set; }

    /// <summary>The recording configuration. '' means no recording.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.RecordingConfiguration, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RecordingConfigurationCompleter))]
    public string? RecordingConfigurationArn { get; set; }

    /// <summary>The playback restriction policy. '' means no restriction.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string? PlaybackRestrictionPolicyArn { get; set; }

    /// <summary>The ad configuration. '' means no ads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [ValidateIvsArn(ArnKind.AdConfiguration, OrNone = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string? AdConfigurationArn { get; set; }

    /// <summary>Whether an encoder can send several renditions: @{ enabled = $true; policy = 'ALLOW'; maximumResolution = 'HD' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [StructureTransformation(typeof(MultitrackInputConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; set; }

    /// <summary>True to accept multitrack input.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Enabled")]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? MultitrackEnabled { get; set; }

    /// <summary>ALLOW also accepts a single rendition. REQUIRE does not.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_Policy")]
    [KnownValues("MultitrackPolicy")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MultitrackPolicy { get; set; }

    /// <summary>The largest rendition that is accepted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByChannel)]
    [Alias("MultitrackInputConfiguration_MaximumResolution")]
    [KnownValues("MultitrackMaximumResolution")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MultitrackMaximumResolution { get; set; }

    /// <summary>The multitrack settings from the structure and the separate parameters. Null if no setting was specified.</summary>
    private protected MultitrackInputConfiguration? Multitrack =>
        (MultitrackInputConfiguration, MultitrackEnabled, MultitrackPolicy, MultitrackMaximumResolution) is (null, null, null, null)
            ? null
            : new(
                MultitrackEnabled ?? MultitrackInputConfiguration?.Enabled,
                MultitrackPolicy ?? MultitrackInputConfiguration?.Policy,
                MultitrackMaximumResolution ?? MultitrackInputConfiguration?.MaximumResolution);
}
