using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>The events of encoders.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestAction>))]
public enum IngestAction
{
    /// <summary>An encoder has started a stream.</summary>
    Started,

    /// <summary>The stream of an encoder has ended.</summary>
    Ended,

    /// <summary>A connection was rejected, so it has no stream.</summary>
    Rejected,
}
