using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>Why an encoder was rejected, or why its stream ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestReason>))]
public enum IngestReason
{
    /// <summary>The encoder has ended the stream or closed the connection.</summary>
    Disconnected,

    /// <summary>The stream was ended by StopStream, by a control route, or because the state was reset.</summary>
    Stopped,

    /// <summary>The emulator was closed.</summary>
    Closed,

    /// <summary>No channel has the stream key. It never existed, was deleted or was reset.</summary>
    UnknownStreamKey,

    /// <summary>The channel is live.</summary>
    ChannelLive,

    /// <summary>The connection uses RTMP, and the insecureIngest of the channel is false.</summary>
    InsecureConnection,

    /// <summary>A quota of the account is exceeded.</summary>
    QuotaExceeded,

    /// <summary>The stream has a codec or a format that cannot be played.</summary>
    UnsupportedMedia,

    /// <summary>The connection sent no data, or did not publish in time.</summary>
    TimedOut,

    /// <summary>The received data is not valid RTMP, AMF0 or media, or the TLS handshake failed.</summary>
    InvalidData,

    /// <summary>There are too many connections.</summary>
    TooManyConnections,
}
