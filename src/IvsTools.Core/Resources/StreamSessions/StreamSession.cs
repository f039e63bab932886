using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>One broadcast from its start to its end, live or ended. The service keeps it for 60 days.</summary>
/// <remarks>
/// Lists contain only a summary: the start and end times, and whether there was an error event. Only lists contain HasErrorEvent.
/// </remarks>
public sealed class StreamSession(
    string? StreamId,
    DateTime? StartTime,
    DateTime? EndTime,
    bool? HasErrorEvent,
    Channel? Channel,
    IngestConfiguration? IngestConfiguration,
    IngestConfigurations? IngestConfigurations,
    RecordingConfiguration? RecordingConfiguration,
    IReadOnlyList<StreamEvent>? TruncatedEvents)
{
    /// <summary>26 characters, <c>st-…</c>.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>The start of the session.</summary>
    public DateTime? StartTime { get; } = StartTime?.ToLocalTime();

    /// <summary>The end of the session. Null while the session is live.</summary>
    public DateTime? EndTime { get; } = EndTime?.ToLocalTime();

    /// <summary>True if an event of the session is an error.</summary>
    public bool? HasErrorEvent { get; } = HasErrorEvent;

    /// <summary>The channel at the start of the session.</summary>
    public Channel? Channel { get; } = Channel;

    /// <summary>The input from the encoder: the first track of each kind.</summary>
    public IngestConfiguration? IngestConfiguration { get; } = IngestConfiguration;

    /// <summary>The input from the encoder: every track.</summary>
    public IngestConfigurations? IngestConfigurations { get; } = IngestConfigurations;

    /// <summary>The recording configuration. Null if the session was not recorded.</summary>
    public RecordingConfiguration? RecordingConfiguration { get; } = RecordingConfiguration;

    /// <summary>The newest 500 events, newest first.</summary>
    public IReadOnlyList<StreamEvent>? TruncatedEvents { get; } = SettingText.ListOf(TruncatedEvents);

    /// <summary>The requested channel, which the summaries of the service omit.</summary>
    [JsonIgnore]
    public string? ChannelArn { get => field ?? Channel?.Arn; private set; }

    internal StreamSession With(string channelArn)
    {
        var copy = (StreamSession)MemberwiseClone();
        copy.ChannelArn = channelArn;
        return copy;
    }
}
