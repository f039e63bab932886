using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>One time on air, from its start to its end, live or past; kept by the service for 60 days.</summary>
/// <remarks>Lists carry a summary only: the times, and whether there was an error. HasErrorEvent is in lists only.</remarks>
public sealed record StreamSession(
    string? StreamId,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    bool? HasErrorEvent,
    Channel? Channel,
    IngestConfiguration? IngestConfiguration,
    IngestConfigurations? IngestConfigurations,
    RecordingConfiguration? RecordingConfiguration,
    IReadOnlyList<StreamEvent>? TruncatedEvents)
{
    /// <summary>26 characters, <c>st-…</c>.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>When it went on air.</summary>
    public DateTimeOffset? StartTime { get; } = StartTime;

    /// <summary>When it ended; null while it is live.</summary>
    public DateTimeOffset? EndTime { get; } = EndTime;

    /// <summary>True if any of its events is an error.</summary>
    public bool? HasErrorEvent { get; } = HasErrorEvent;

    /// <summary>The channel as it was at the start.</summary>
    public Channel? Channel { get; } = Channel;

    /// <summary>What the encoder sent: the first track of each kind.</summary>
    public IngestConfiguration? IngestConfiguration { get; } = IngestConfiguration;

    /// <summary>What the encoder sent: every track.</summary>
    public IngestConfigurations? IngestConfigurations { get; } = IngestConfigurations;

    /// <summary>How it was recorded; null if it was not.</summary>
    public RecordingConfiguration? RecordingConfiguration { get; } = RecordingConfiguration;

    /// <summary>The newest 500 events, newest first.</summary>
    public IReadOnlyList<StreamEvent>? TruncatedEvents { get; } = TruncatedEvents;

    /// <summary>The channel that was asked about, which the service's summaries leave out.</summary>
    [JsonIgnore]
    public string? ChannelArn { get => field ?? Channel?.Arn; private init; }

    internal StreamSession With(string channelArn) => this with { ChannelArn = channelArn };
}
