using System.Collections.Specialized;

namespace IvsTools.Emulator;

/// <summary>A request as a host received it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawUrl">The path and query as sent, not decoded.</param>
/// <param name="Headers">The headers. Several headers of the same name are joined with commas.</param>
/// <param name="ContentLength">The Content-Length of the body, or null.</param>
/// <param name="Body">The body.</param>
public sealed record EmulatorRequest(string Method, string RawUrl, NameValueCollection Headers, long? ContentLength, Stream Body);
