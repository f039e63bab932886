using System.Net;
using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>A request in the pipeline of the SDK. The body is already JSON.</summary>
internal sealed class WireRequest : AmazonWebServiceRequest
{
    private bool _isSent;

    public required string Operation { get; init; }
    public required string Method { get; init; }
    public required RateLimit RateLimit { get; init; }
    public required Func<HttpStatusCode, byte[], object> ReadBody { get; init; }
    /// <summary>The possible result of a request that must not be repeated. Null for a request that can be repeated.</summary>
    public string? MayLeave { get; init; }

    public byte[]? Body { get; init; }
    public string? ResourceArn { get; init; }
    public IReadOnlyList<string>? TagKeys { get; init; }

    /// <summary>Incremented by the pipeline for each attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>True after the last attempt was sent. A failure before that changes nothing.</summary>
    public bool IsSent
    {
        get => Volatile.Read(ref _isSent);
        set => Volatile.Write(ref _isSent, value);
    }

    /// <summary>True if a failed attempt may have been performed.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The request ID of the last attempt. Null without a response.</summary>
    public string? RequestId { get; set; }

    /// <summary>The status of the last response.</summary>
    public HttpStatusCode? Status { get; set; }
}

/// <summary>A response in the pipeline of the SDK.</summary>
internal sealed class WireResponse : AmazonWebServiceResponse
{
    public object? Body { get; set; }
}
