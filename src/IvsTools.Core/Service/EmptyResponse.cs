using System.Net;
using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The response of an operation without output. The body is missing or is an empty object.</summary>
public sealed record EmptyResponse
{
    /// <summary>The status of the response, which AWS.Tools also returns.</summary>
    [JsonIgnore]
    public HttpStatusCode HttpStatusCode { get; init; } = HttpStatusCode.OK;
}
