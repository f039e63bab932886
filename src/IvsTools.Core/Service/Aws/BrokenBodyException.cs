using System.Net;

namespace IvsTools.Service.Aws;

/// <summary>The body of a response could not be read. The exception contains the data of the headers.</summary>
internal sealed class BrokenBodyException(HttpStatusCode status, string? requestId, Exception reason) : IOException(reason.Message, reason)
{
    public HttpStatusCode Status { get; } = status;

    public string? RequestId { get; } = requestId;
}
