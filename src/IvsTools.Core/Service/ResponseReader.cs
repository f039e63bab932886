using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IvsTools.Service;

/// <summary>Reads responses and rejects responses that are not from Amazon IVS.</summary>
/// <remarks>A proxy can return a successful status, so the contents of the response are also checked.</remarks>
internal static class ResponseReader
{
    /// <param name="request">The body of the request. Null for a request without a body.</param>
    /// <param name="due">The expected status of a successful response.</param>
    /// <param name="status">The actual status.</param>
    /// <param name="body">The body.</param>
    /// <param name="shape">The response type of the operation.</param>
    /// <exception cref="JsonException">
    /// The response is a page from a proxy, is for another request, or does not contain a required member.
    /// </exception>
    public static TResponse Read<TResponse>(
        byte[]? request, HttpStatusCode due, HttpStatusCode status, byte[] body, JsonTypeInfo<TResponse> shape)
        where TResponse : class
    {
        // If a deletion has the status 200 instead of 204, a proxy returned the response, and nothing was deleted.
        if (status != due)
            throw new JsonException($"The status is {(int)status} instead of {(int)due}.");
        if (due == HttpStatusCode.NoContent)
            return Empty<TResponse>(due);
        try
        {
            using var json = JsonDocument.Parse(body);
            ResponseContract.Check(json.RootElement, typeof(TResponse));
            if (request is not null)
                ResponseSubject.Check(request, json.RootElement);
            return typeof(TResponse) == typeof(EmptyResponse) ? Empty<TResponse>(due) : json.RootElement.Deserialize(shape)!;
        }
        catch (Exception e) when (e is not JsonException)
        {
            throw new JsonException("The response cannot be read.", e);
        }
    }

    private static TResponse Empty<TResponse>(HttpStatusCode status) => (TResponse)(object)new EmptyResponse { HttpStatusCode = status };
}
