using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IvsTools.Service;

namespace IvsTools.Fuzz;

/// <summary>Reads the responses of one operation.</summary>
internal sealed class ResponseTarget<TResponse>(params string[] seeds) : ITarget
    where TResponse : class
{
    private static readonly JsonTypeInfo<TResponse> Shape = (JsonTypeInfo<TResponse>)WireJson.Default.GetTypeInfo(typeof(TResponse))!;

    public string Name => typeof(TResponse).Name;

    public IReadOnlyList<byte[]> Seeds { get; } = [.. seeds.Select(Encoding.UTF8.GetBytes)];

    public bool IsRejection(Exception exception) => exception is JsonException;

    public string? Read(byte[] input) =>
        ResponseReader.Read(null, HttpStatusCode.OK, HttpStatusCode.OK, input, Shape) is null
            ? "The response is accepted, but the result is null."
            : null;
}
