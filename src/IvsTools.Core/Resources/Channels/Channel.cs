using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A channel, which receives a stream from an encoder and delivers it to viewers.</summary>
/// <remarks>In a list, IngestEndpoint, PlaybackUrl, Srt, ContainerFormat and the multitrack settings are null.</remarks>
public sealed class Channel(
    string Arn,
    string? Name,
    string? LatencyMode,
    string? Type,
    bool? Authorized,
    string? RecordingConfigurationArn,
    string? PlaybackRestrictionPolicyArn,
    string? AdConfigurationArn,
    string? IngestEndpoint,
    string? PlaybackUrl,
    bool? InsecureIngest,
    string? Preset,
    string? ContainerFormat,
    Srt? Srt,
    MultitrackInputConfiguration? MultitrackInputConfiguration,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>The latency mode, which is NORMAL or LOW.</summary>
    public string? LatencyMode { get; } = LatencyMode;

    /// <summary>The channel type, which is BASIC, STANDARD, ADVANCED_SD or ADVANCED_HD.</summary>
    public string? Type { get; } = Type;

    /// <summary>Indicates whether the channel is private. A private channel requires a viewer token for playback.</summary>
    public bool? Authorized { get; } = Authorized;

    /// <summary>The ARN of the recording configuration. The value is empty if streams are not recorded.</summary>
    public string? RecordingConfigurationArn { get; } = RecordingConfigurationArn;

    /// <summary>The ARN of the playback restriction policy. The value is empty if there is no policy.</summary>
    public string? PlaybackRestrictionPolicyArn { get; } = PlaybackRestrictionPolicyArn;

    /// <summary>The ARN of the ad configuration. The value is empty if there are no ads.</summary>
    public string? AdConfigurationArn { get; } = AdConfigurationArn;

    /// <summary>The host in the URL for encoders: <c>rtmps://&lt;host&gt;:443/app/&lt;stream key&gt;</c>.</summary>
    public string? IngestEndpoint { get; } = IngestEndpoint;

    /// <summary>The URL of the HLS playlist for players.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>Indicates whether the channel also accepts RTMP without TLS.</summary>
    public bool? InsecureIngest { get; } = InsecureIngest;

    /// <summary>The transcode preset, which only the ADVANCED types have.</summary>
    public string? Preset { get; } = Preset;

    /// <summary>The container format, which is TS or FRAGMENTED_MP4.</summary>
    public string? ContainerFormat { get; } = ContainerFormat;

    /// <summary>The SRT endpoint and its passphrase.</summary>
    public Srt? Srt { get; } = Srt;

    /// <summary>Specifies whether an encoder can send several renditions at the same time.</summary>
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; } = MultitrackInputConfiguration;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);

    /// <summary>The stream key of the new channel. Only New-IvsChannel sets this property.</summary>
    [JsonIgnore]
    public StreamKey? StreamKey { get; private set; }

    internal Channel With(StreamKey? streamKey)
    {
        var copy = (Channel)MemberwiseClone();
        copy.StreamKey = streamKey;
        return copy;
    }
}
