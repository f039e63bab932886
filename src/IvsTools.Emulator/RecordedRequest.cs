namespace IvsTools.Emulator;

/// <summary>One received request and its response.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path and query as sent, not decoded.</param>
/// <param name="Operation">The API operation, or null.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Headers">The headers, with the names as sent.</param>
/// <param name="Status">The HTTP status of the response. 0 if the connection was dropped.</param>
/// <param name="RequestId">The request ID in the response.</param>
public sealed record RecordedRequest(
    string Method, string Path, string? Operation, string Body, IReadOnlyDictionary<string, string> Headers, int Status, string RequestId);
