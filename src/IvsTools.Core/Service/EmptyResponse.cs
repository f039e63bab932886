using System.Net;
using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The response of an operation without output. The body is missing or is an empty object.</summary>
public sealed record EmptyResponse
{
    /// <summary>The HTTP status. The responses of AWS.Tools have the same property.</summary>
    [JsonIgnore]
    public HttpStatusCode HttpStatusCode { get; init; } = HttpStatusCode.OK;
}
