namespace IvsTools.Emulator;

/// <summary>One request as it came off the wire, and how it was answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path and query as sent, not decoded.</param>
/// <param name="Operation">The API operation; null if it is none.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Headers">The headers, names as sent.</param>
/// <param name="Status">The HTTP status of the answer; 0 if the connection was dropped.</param>
/// <param name="RequestId">The id in the answer.</param>
public sealed record RecordedRequest(
    string Method, string Path, string? Operation, string Body, IReadOnlyDictionary<string, string> Headers, int Status, string RequestId);
