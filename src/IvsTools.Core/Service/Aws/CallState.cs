using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace IvsTools.Service.Aws;

/// <summary>The state of a call. Handlers in the SDK pipeline read and record the state.</summary>
internal sealed class CallState
{
    private bool _isSent;

    /// <summary>The service name that messages contain.</summary>
    public required string Service { get; init; }

    /// <summary>The prefix of the service in IAM permissions.</summary>
    public required string Prefix { get; init; }

    public required string Operation { get; init; }

    public required RateLimit RateLimit { get; init; }

    /// <summary>Describes what the request may have changed, such as "The alias may have been created".</summary>
    /// <remarks>Only requests that are not idempotent have this text. For other requests, the value is null.</remarks>
    public string? MayLeave { get; init; }

    /// <summary>The time that a canceled call waits for the response to a sent request. If zero, a canceled call does not wait.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>The token with which the caller cancels the call. A canceled call is not repeated.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The number of attempts, including the current attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>Indicates whether the last attempt was sent. An attempt that fails before it is sent changes nothing.</summary>
    public bool IsSent
    {
        get => Volatile.Read(ref _isSent);
        set => Volatile.Write(ref _isSent, value);
    }

    /// <summary>Indicates whether the service may have performed the request, although an attempt failed.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The request ID of the last attempt. The value is null if there was no response.</summary>
    public string? RequestId { get; set; }

    public HttpStatusCode? Status { get; set; }

    /// <summary>Records the request ID and the status of a response. Without a response, nothing is changed.</summary>
    public void Note(IWebResponseData? response)
    {
        if (response is null)
            return;
        RequestId = response.GetHeaderValue("x-amzn-RequestId") is { Length: > 0 } id ? id : null;
        Status = response.StatusCode;
    }

    /// <summary>Returns the state that <see cref="On{TRequest}"/> added to the request of an SDK context.</summary>
    public static CallState Of(IExecutionContext context) =>
        (CallState)((IAmazonWebServiceRequest)context.RequestContext.OriginalRequest).RequestState[nameof(CallState)];

    /// <summary>Adds the state to a request, from which the handlers read it.</summary>
    public TRequest On<TRequest>(TRequest request)
        where TRequest : AmazonWebServiceRequest
    {
        ((IAmazonWebServiceRequest)request).RequestState[nameof(CallState)] = this;
        return request;
    }
}
