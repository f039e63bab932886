using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Sets the address of each request. No endpoint rules are evaluated, because Amazon IVS has one endpoint per Region.</summary>
internal sealed class IvsEndpointResolver : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var config = (IvsClientConfig)context.ClientConfig;
        context.Request.Endpoint = new Uri(config.EndpointAddress);
        context.Request.AuthenticationRegion = config.AuthenticationRegion;
        return base.InvokeAsync<T>(executionContext);
    }
}
