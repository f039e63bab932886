using System.Collections.Specialized;

namespace IvsTools.Emulator;

/// <summary>A request that a host received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawUrl">The target in the request line, which is a path or a URL. It is not decoded.</param>
/// <param name="Headers">The headers. If several headers have the same name, commas separate their values.</param>
/// <param name="ContentLength">The Content-Length of the body, or null.</param>
/// <param name="Body">The body.</param>
internal sealed record EmulatorRequest(string Method, string RawUrl, NameValueCollection Headers, long? ContentLength, Stream Body);
