using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>The types of encoder events.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestAction>))]
public enum IngestAction
{
    /// <summary>An encoder started a stream.</summary>
    Started,

    /// <summary>An encoder's stream ended.</summary>
    Ended,

    /// <summary>The emulator rejected a connection before a stream was started.</summary>
    Rejected,
}
