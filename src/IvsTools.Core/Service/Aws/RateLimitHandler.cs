using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Runs inside the retry loop: a retry waits like a first attempt, and a throttling error updates the rate limit.</summary>
internal sealed class RateLimitHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var wire = (WireRequest)executionContext.RequestContext.OriginalRequest;
        // The first attempt has already waited, before the timeout of the call started.
        if (++wire.Attempts > 1)
            await wire.RateLimit.WaitAsync(executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
        (wire.RequestId, wire.Status, wire.IsSent) = (null, null, false);
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (e is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } or AmazonServiceException { ErrorCode: "ThrottlingException" })
                wire.RateLimit.Throttled();
            wire.MayBeDone |= wire.IsSent && !IvsRetryPolicy.CannotHaveBeenDone(e);
            throw;
        }
    }
}
