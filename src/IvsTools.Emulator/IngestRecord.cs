using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>An encoder event, without the stream key.</summary>
public sealed class IngestRecord
{
    /// <summary>The time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The event.</summary>
    public required IngestAction Action { get; init; }

    /// <summary>The reason for a rejection or for the end of a stream. Null if a stream started.</summary>
    public IngestReason? Reason { get; init; }

    /// <summary>A description of the reason. Null if a stream started.</summary>
    public string? Message { get; init; }

    /// <summary>The ARN of the channel. Null if no channel has the stream key.</summary>
    public string? ChannelArn { get; init; }

    /// <summary>The ID of the stream. Null if the encoder was rejected.</summary>
    public string? StreamId { get; init; }

    /// <summary>True for RTMPS.</summary>
    public required bool IsSecure { get; init; }

    /// <summary>The address and port of the encoder.</summary>
    public required string RemoteAddress { get; init; }

    /// <summary>The exception, if the reason is <see cref="IngestReason.InternalError"/>. Otherwise, null.</summary>
    [JsonIgnore]
    public Exception? Exception { get; init; }
}
