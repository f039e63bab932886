using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Sdk;

/// <summary>Sits behind the signer and notes that the request goes out.</summary>
internal sealed class SentHandler : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ((WireRequest)executionContext.RequestContext.OriginalRequest).IsSent = true;
        return base.InvokeAsync<T>(executionContext);
    }
}
