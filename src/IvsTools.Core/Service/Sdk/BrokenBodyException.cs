using System.Net;

namespace IvsTools.Service.Sdk;

/// <summary>An answer that began, and whose body could not be read. What its headers said is kept.</summary>
internal sealed class BrokenBodyException(HttpStatusCode status, string? requestId, Exception reason) : IOException(reason.Message, reason)
{
    public HttpStatusCode Status { get; } = status;

    public string? RequestId { get; } = requestId;
}
