using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>A received request and its response.</summary>
public sealed class RecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query, still encoded.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The path for logs. The query and the ID of a playback session are removed, because both can give access to playback.
    /// </summary>
    [JsonIgnore]
    public string LoggedPath { get; internal init; } = string.Empty;

    /// <summary>The API operation. Null if the request is not for an API operation.</summary>
    public required string? Operation { get; init; }

    /// <summary>The body as text.</summary>
    public required string Body { get; init; }

    /// <summary>The headers of the request.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The HTTP status of the response. The status is 0 if the connection was dropped.</summary>
    public required int Status { get; init; }

    /// <summary>The request ID that the response contains.</summary>
    public required string RequestId { get; init; }

    /// <summary>The unexpected exception in the emulator or in an event handler, or null.</summary>
    [JsonIgnore]
    public Exception? Exception { get; internal set; }
}
