using System.Net;

namespace IvsTools.Service.Aws;

/// <summary>Reports that the body of a response could not be read. The exception contains the status and the request ID.</summary>
internal sealed class BrokenBodyException(HttpStatusCode status, string? requestId, Exception reason) : IOException(reason.Message, reason)
{
    public HttpStatusCode Status { get; } = status;

    public string? RequestId { get; } = requestId;
}
