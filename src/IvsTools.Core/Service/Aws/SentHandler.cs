using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Runs after the signer and records that the request was sent.</summary>
internal sealed class SentHandler : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        CallState.Of(executionContext).IsSent = true;
        return base.InvokeAsync<T>(executionContext);
    }
}
