using System.Text;
using System.Text.Json.Serialization;
using IvsTools.Emulator.Http;
using IvsTools.Text;

namespace IvsTools.Emulator;

/// <summary>One received request and its response.</summary>
public sealed class RecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query as sent, not decoded.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The path without secrets, for a log: without the query, which can contain a token, and without the ID of a playback
    /// session, which is used in place of the token.
    /// </summary>
    [JsonIgnore]
    public string LoggedPath => SafeText.Line(Paths.WithoutSession(Path.Split('?')[0]));

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

    internal static RecordedRequest Of(EmulatorRequest request, byte[] body, HandledRequest result) => new()
    {
        Method = request.Method,
        Path = request.RawUrl,
        Operation = result.Operation,
        Body = Encoding.UTF8.GetString(body),
        Headers = request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase),
        Status = result.Status,
        RequestId = result.Response.RequestId,
    };
}
