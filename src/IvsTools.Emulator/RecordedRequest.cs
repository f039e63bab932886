using System.Text.Json.Serialization;

namespace IvsTools.Emulator;

/// <summary>One received request and its response.</summary>
public sealed class RecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query as sent, not decoded.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The path without secrets, for a log. It does not contain the query, which can contain a token. It does not contain the ID of a
    /// playback session, which clients use instead of the token.
    /// </summary>
    [JsonIgnore]
    public string LoggedPath { get; internal init; } = string.Empty;

    /// <summary>The API operation, or null.</summary>
    public required string? Operation { get; init; }

    /// <summary>The body as text.</summary>
    public required string Body { get; init; }

    /// <summary>The headers, with the names as sent.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The HTTP status of the response. 0 if the connection was dropped.</summary>
    public required int Status { get; init; }

    /// <summary>The request ID in the response.</summary>
    public required string RequestId { get; init; }
}
