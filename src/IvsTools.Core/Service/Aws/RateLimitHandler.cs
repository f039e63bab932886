using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Applies the rate limit to each retry, and updates the rate limit after a throttling error.</summary>
internal sealed class RateLimitHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var call = CallState.Of(executionContext);
        // CallRunner waits for the rate limit before the first attempt, because that wait is not part of the timeout.
        if (++call.Attempts > 1)
            await call.RateLimit.WaitAsync(executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
        (call.RequestId, call.Status, call.IsSent) = (null, null, false);
        executionContext.ResponseContext.HttpResponse = null;
        try
        {
            var response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            call.Note(executionContext.ResponseContext.HttpResponse);
            return response;
        }
        catch (Exception e)
        {
            call.Note(executionContext.ResponseContext?.HttpResponse);
            if (e is AmazonServiceException { StatusCode: not 0 } rejection)
            {
                call.RequestId = rejection.RequestId is { Length: > 0 } id ? id : call.RequestId;
                call.Status = rejection.StatusCode;
            }
            if (e is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests }
                or AmazonServiceException { ErrorCode: ApiErrorCode.ThrottlingException })
            {
                call.RateLimit.Throttled();
            }
            call.MayBeDone |= call.IsSent && !IvsRetryPolicy.CannotHaveBeenDone(e);
            throw;
        }
    }
}
