using System.Net;
using Amazon.Runtime;

namespace IvsTools.Service.Sdk;

/// <summary>A request as the SDK's pipeline carries it: the body is JSON already.</summary>
internal sealed class WireRequest : AmazonWebServiceRequest
{
    private bool _isSent;

    public required string Operation { get; init; }
    public required string Method { get; init; }
    public required RateLimit RateLimit { get; init; }
    public required Func<HttpStatusCode, byte[], object> ReadBody { get; init; }
    /// <summary>What a request may leave that must not be repeated; null for one that may.</summary>
    public string? MayLeave { get; init; }

    public byte[]? Body { get; init; }
    public string? ResourceArn { get; init; }
    public IReadOnlyList<string>? TagKeys { get; init; }

    /// <summary>Counted by the pipeline as it sends.</summary>
    public int Attempts { get; set; }

    /// <summary>True from the moment when the last attempt went out: what fails before changes nothing.</summary>
    public bool IsSent
    {
        get => Volatile.Read(ref _isSent);
        set => Volatile.Write(ref _isSent, value);
    }

    /// <summary>True if an attempt that failed may have been carried out.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The service's id for the last attempt; null if it was not answered.</summary>
    public string? RequestId { get; set; }

    /// <summary>The status of the last attempt's answer.</summary>
    public HttpStatusCode? Status { get; set; }
}

/// <summary>An answer as the SDK's pipeline carries it.</summary>
internal sealed class WireResponse : AmazonWebServiceResponse
{
    public object? Body { get; set; }
}
