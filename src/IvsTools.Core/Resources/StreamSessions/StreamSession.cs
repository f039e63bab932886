using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A live or ended broadcast. The service keeps the session for 60 days.</summary>
/// <remarks>In a list, only StreamId, StartTime, EndTime and HasErrorEvent have values.</remarks>
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
    /// <summary>The ID of the session, which starts with <c>st-</c> and has 26 characters.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>The start time of the session.</summary>
    public DateTime? StartTime { get; } = StartTime?.ToLocalTime();

    /// <summary>The end time of the session. The value is null while the session is live.</summary>
    public DateTime? EndTime { get; } = EndTime?.ToLocalTime();

    /// <summary>Indicates whether an event of the session is a failure or exceeds a quota.</summary>
    /// <remarks>The service returns the value only in a list. For other sessions, the value is determined from TruncatedEvents.</remarks>
    public bool? HasErrorEvent { get; } = HasErrorEvent ?? TruncatedEvents?.Any(streamEvent => streamEvent.IsError);

    /// <summary>The channel as it was at the start of the session.</summary>
    public Channel? Channel { get; } = Channel;

    /// <summary>The first video track and the first audio track that the encoder sent.</summary>
    public IngestConfiguration? IngestConfiguration { get; } = IngestConfiguration;

    /// <summary>Every track that the encoder sent.</summary>
    public IngestConfigurations? IngestConfigurations { get; } = IngestConfigurations;

    /// <summary>The recording configuration. The value is null if the session was not recorded.</summary>
    public RecordingConfiguration? RecordingConfiguration { get; } = RecordingConfiguration;

    /// <summary>The 500 newest events. The newest event is first.</summary>
    public IReadOnlyList<StreamEvent>? TruncatedEvents { get; } = SettingText.ListOf(TruncatedEvents);

    /// <summary>The ARN of the channel. A list of sessions does not contain the ARN, so it is taken from the request.</summary>
    [JsonIgnore]
    public string? ChannelArn { get => field ?? Channel?.Arn; private set; }

    internal StreamSession With(string channelArn)
    {
        var copy = (StreamSession)MemberwiseClone();
        copy.ChannelArn = channelArn;
        return copy;
    }
}
