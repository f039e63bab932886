using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A channel, which receives a stream from an encoder and delivers it to viewers.</summary>
/// <remarks>Lists contain only a summary: IngestEndpoint, PlaybackUrl, Srt, ContainerFormat and the multitrack settings are null.</remarks>
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

    /// <summary>NORMAL or LOW.</summary>
    public string? LatencyMode { get; } = LatencyMode;

    /// <summary>BASIC, STANDARD, ADVANCED_SD or ADVANCED_HD.</summary>
    public string? Type { get; } = Type;

    /// <summary>True for a private channel, which requires a viewer token for playback.</summary>
    public bool? Authorized { get; } = Authorized;

    /// <summary>The recording configuration. Empty if streams are not recorded.</summary>
    public string? RecordingConfigurationArn { get; } = RecordingConfigurationArn;

    /// <summary>The playback restriction policy. Empty if there is no policy.</summary>
    public string? PlaybackRestrictionPolicyArn { get; } = PlaybackRestrictionPolicyArn;

    /// <summary>The ad configuration. Empty if there are no ads.</summary>
    public string? AdConfigurationArn { get; } = AdConfigurationArn;

    /// <summary>The host for encoders: <c>rtmps://&lt;host&gt;:443/app/</c> and the stream key.</summary>
    public string? IngestEndpoint { get; } = IngestEndpoint;

    /// <summary>The HLS playlist for players.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>True if RTMP without TLS is also accepted.</summary>
    public bool? InsecureIngest { get; } = InsecureIngest;

    /// <summary>The transcode preset of the ADVANCED types.</summary>
    public string? Preset { get; } = Preset;

    /// <summary>TS or FRAGMENTED_MP4.</summary>
    public string? ContainerFormat { get; } = ContainerFormat;

    /// <summary>The SRT endpoint, with its passphrase.</summary>
    public Srt? Srt { get; } = Srt;

    /// <summary>Whether an encoder can send several renditions at once.</summary>
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; } = MultitrackInputConfiguration;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);

    /// <summary>The stream key of the new channel. Set only on the object that New-IvsChannel returns.</summary>
    [JsonIgnore]
    public StreamKey? StreamKey { get; private set; }

    internal Channel With(StreamKey? streamKey)
    {
        var copy = (Channel)MemberwiseClone();
        copy.StreamKey = streamKey;
        return copy;
    }
}
