namespace IvsTools.Emulator;

/// <summary>One event of an encoder. It does not contain the stream key.</summary>
public sealed class IngestRecord
{
    /// <summary>The time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The event.</summary>
    public required IngestAction Action { get; init; }

    /// <summary>The reason for a rejection, or for the end of a stream. Null for the start of a stream.</summary>
    public IngestReason? Reason { get; init; }

    /// <summary>A description of the reason. Null for the start of a stream.</summary>
    public string? Message { get; init; }

    /// <summary>The channel. Null if the stream key does not belong to a channel.</summary>
    public string? ChannelArn { get; init; }

    /// <summary>The stream. Null for a rejection.</summary>
    public string? StreamId { get; init; }

    /// <summary>True for RTMPS.</summary>
    public required bool IsSecure { get; init; }

    /// <summary>The address and port of the encoder.</summary>
    public required string RemoteAddress { get; init; }
}
