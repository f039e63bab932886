using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A channel: where an encoder sends and viewers watch.</summary>
/// <remarks>Lists carry a summary only: IngestEndpoint, PlaybackUrl, Srt, ContainerFormat and the multitrack settings are null there.</remarks>
public sealed record Channel(
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
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>NORMAL or LOW.</summary>
    public string? LatencyMode { get; } = LatencyMode;

    /// <summary>BASIC, STANDARD, ADVANCED_SD or ADVANCED_HD.</summary>
    public string? Type { get; } = Type;

    /// <summary>True for a private channel: playback needs a viewer token.</summary>
    public bool? Authorized { get; } = Authorized;

    /// <summary>Where streams are recorded; empty for nowhere.</summary>
    public string? RecordingConfigurationArn { get; } = RecordingConfigurationArn;

    /// <summary>Which countries and origins may play; empty for no policy.</summary>
    public string? PlaybackRestrictionPolicyArn { get; } = PlaybackRestrictionPolicyArn;

    /// <summary>Which ads are inserted; empty for none.</summary>
    public string? AdConfigurationArn { get; } = AdConfigurationArn;

    /// <summary>The host that encoders send to: <c>rtmps://&lt;host&gt;:443/app/</c> and the stream key.</summary>
    public string? IngestEndpoint { get; } = IngestEndpoint;

    /// <summary>The HLS playlist that players open.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>True if RTMP without TLS is taken too.</summary>
    public bool? InsecureIngest { get; } = InsecureIngest;

    /// <summary>The transcoding preset of the ADVANCED types.</summary>
    public string? Preset { get; } = Preset;

    /// <summary>TS or FRAGMENTED_MP4.</summary>
    public string? ContainerFormat { get; } = ContainerFormat;

    /// <summary>The SRT endpoint, with its passphrase.</summary>
    public Srt? Srt { get; } = Srt;

    /// <summary>Whether an encoder may send several renditions at once.</summary>
    public MultitrackInputConfiguration? MultitrackInputConfiguration { get; } = MultitrackInputConfiguration;

    /// <summary>The key that came with the channel: only on the object that New-IvsChannel emits.</summary>
    [JsonIgnore]
    public StreamKey? StreamKey { get; private init; }

    internal Channel With(StreamKey? streamKey) => this with { StreamKey = streamKey };
}
