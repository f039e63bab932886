using System.Net;
using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>A request in the SDK pipeline. The body is already JSON.</summary>
internal sealed class WireRequest : AmazonWebServiceRequest
{
    public required CallState Call { get; init; }
    public required string Method { get; init; }
    public required Func<HttpStatusCode, byte[], object> ReadBody { get; init; }
    public byte[]? Body { get; init; }
    public string? ResourceArn { get; init; }
    public IReadOnlyList<string>? TagKeys { get; init; }
}
