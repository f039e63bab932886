using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The handlers that retry the calls of an SDK client, apply rate limits, and record which requests were sent.</summary>
internal static class CallHandlers
{
    public static void AddTo(RuntimePipeline pipeline, IClientConfig config)
    {
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new IvsRetryPolicy(config)));
        pipeline.AddHandlerAfter<RetryHandler>(new RateLimitHandler());
        pipeline.AddHandlerAfter<Signer>(new SentHandler());
    }
}
