using System.Collections.Specialized;

namespace IvsTools.Emulator;

/// <summary>A request as a host received it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawUrl">The path and query as sent, not decoded.</param>
/// <param name="Headers">The headers; several of one name are joined by commas.</param>
/// <param name="ContentLength">The announced length of the body; null if none is.</param>
/// <param name="Body">The body.</param>
public sealed record EmulatorRequest(string Method, string RawUrl, NameValueCollection Headers, long? ContentLength, Stream Body);
