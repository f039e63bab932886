using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IvsTools.Service;

/// <summary>
/// Reads a response and rejects responses that are not from Amazon IVS. A
/// successful response is checked for its contents as well as its status.
/// </summary>
internal static class ResponseReader
{
    /// <param name="due">The status of a successful response.</param>
    /// <param name="status">The actual status.</param>
    /// <param name="body">The body.</param>
    /// <param name="shape">The response type of the operation.</param>
    /// <exception cref="JsonException">The response is not valid: a page from a proxy, or an object without a required member.</exception>
    public static TResponse Read<TResponse>(HttpStatusCode due, HttpStatusCode status, byte[] body, JsonTypeInfo<TResponse> shape)
        where TResponse : class
    {
        // If a deletion returns a page from a proxy with the status 200 instead of 204, nothing was deleted.
        if (status != due)
            throw new JsonException($"The status is {(int)status} instead of {(int)due}.");
        if (due == HttpStatusCode.NoContent)
            return Empty<TResponse>(due);
        try
        {
            using var json = JsonDocument.Parse(body);
            ResponseContract.Check(json.RootElement, typeof(TResponse));
            return typeof(TResponse) == typeof(EmptyResponse) ? Empty<TResponse>(due) : json.RootElement.Deserialize(shape)!;
        }
        catch (Exception e) when (e is not JsonException)
        {
            throw new JsonException("The response cannot be read.", e);
        }
    }

    private static TResponse Empty<TResponse>(HttpStatusCode status) => (TResponse)(object)new EmptyResponse { HttpStatusCode = status };
}
