using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Sdk;

/// <summary>Gives each request its address. IVS has one endpoint a Region: no rules to evaluate.</summary>
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
