using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IvsTools.Service;

/// <summary>Reads an answer and refuses one that Amazon IVS does not give: a success is believed for what it says, not for its status.</summary>
internal static class ResponseReader
{
    /// <param name="due">The status of the operation's success.</param>
    /// <param name="status">The status that came.</param>
    /// <param name="body">The body.</param>
    /// <param name="shape">What the operation returns.</param>
    /// <exception cref="JsonException">It is anything else: a page of a proxy, or an object without what it is for.</exception>
    public static TResponse Read<TResponse>(HttpStatusCode due, HttpStatusCode status, byte[] body, JsonTypeInfo<TResponse> shape)
        where TResponse : class
    {
        // A page in place of 204 would mean that nothing was done.
        if (status != due)
            throw new JsonException($"The status is {(int)status} instead of {(int)due}.");
        if (due == HttpStatusCode.NoContent)
            return (TResponse)(object)new EmptyResponse();
        try
        {
            using var json = JsonDocument.Parse(body);
            AnswerContract.Check(json.RootElement, typeof(TResponse));
            return json.RootElement.Deserialize(shape)!;
        }
        catch (Exception e) when (e is not JsonException)
        {
            throw new JsonException("The response cannot be read.", e);
        }
    }
}
