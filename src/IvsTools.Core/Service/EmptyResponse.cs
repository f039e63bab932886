using System.Net;
using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The response of operations without output: no body, or an empty object.</summary>
public sealed record EmptyResponse
{
    /// <summary>The status of the response, which AWS.Tools also reports.</summary>
    [JsonIgnore]
    public HttpStatusCode HttpStatusCode { get; init; } = HttpStatusCode.OK;
}
