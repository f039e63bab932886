using System.Net;

namespace IvsTools.Service.Aws;

/// <summary>An incomplete response whose body could not be read. The data of its headers is kept.</summary>
internal sealed class BrokenBodyException(HttpStatusCode status, string? requestId, Exception reason) : IOException(reason.Message, reason)
{
    public HttpStatusCode Status { get; } = status;

    public string? RequestId { get; } = requestId;
}
