using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The data of one call that the handlers in the pipeline of the SDK read and record.</summary>
internal sealed class CallState
{
    private bool _isSent;

    /// <summary>The name of the service in messages.</summary>
    public required string Service { get; init; }

    /// <summary>The prefix of the service in IAM permissions.</summary>
    public required string Prefix { get; init; }

    public required string Operation { get; init; }

    public required RateLimit RateLimit { get; init; }

    /// <summary>The possible result of a request that must not be repeated. Null for a request that can be repeated.</summary>
    public string? MayLeave { get; init; }

    /// <summary>How long a canceled call waits for the response to a request that was sent. Zero to cancel immediately.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>The cancellation by the caller. A canceled call is not repeated.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Incremented by the pipeline for each attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>True after the last attempt was sent. A failure before the request is sent changes nothing.</summary>
    public bool IsSent
    {
        get => Volatile.Read(ref _isSent);
        set => Volatile.Write(ref _isSent, value);
    }

    /// <summary>True if the service may have performed a failed attempt.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The request ID of the last attempt. Null if there was no response.</summary>
    public string? RequestId { get; set; }

    /// <summary>The status of the last response.</summary>
    public HttpStatusCode? Status { get; set; }

    /// <summary>The state of the call in a pipeline.</summary>
    public static CallState Of(IExecutionContext context) =>
        (CallState)((IAmazonWebServiceRequest)context.RequestContext.OriginalRequest).RequestState[nameof(CallState)];

    /// <summary>Adds the state to a request, where the handlers find it.</summary>
    public TRequest On<TRequest>(TRequest request)
        where TRequest : AmazonWebServiceRequest
    {
        ((IAmazonWebServiceRequest)request).RequestState[nameof(CallState)] = this;
        return request;
    }
}
