using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>The reasons why an encoder is rejected or a stream ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestReason>))]
public enum IngestReason
{
    /// <summary>The encoder ended the stream or closed the connection.</summary>
    Disconnected,

    /// <summary>StopStream or a control request ended the stream, or the state was reset.</summary>
    Stopped,

    /// <summary>The emulator was closed.</summary>
    Closed,

    /// <summary>No channel has the stream key. The key never existed, was deleted or was reset.</summary>
    UnknownStreamKey,

    /// <summary>The channel is already live.</summary>
    ChannelLive,

    /// <summary>The connection uses RTMP, but the channel does not allow insecure ingest.</summary>
    InsecureConnection,

    /// <summary>A quota of the account is exceeded.</summary>
    QuotaExceeded,

    /// <summary>The emulator cannot play the codec or the format of the stream.</summary>
    UnsupportedMedia,

    /// <summary>The encoder did not publish in time, or stopped sending data.</summary>
    TimedOut,

    /// <summary>The encoder sent data that is not valid, or the TLS handshake failed.</summary>
    InvalidData,

    /// <summary>There are too many connections.</summary>
    TooManyConnections,

    /// <summary>An error in the emulator ended the connection.</summary>
    InternalError,
}
