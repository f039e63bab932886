using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Sends requests with the AWS SDK, which provides credentials, SigV4, retries, clock correction and proxy support.</summary>
internal sealed class SdkClient(AWSCredentials? credentials, IvsClientConfig config) : AmazonServiceClient(credentials, config)
{
    public Task<WireResponse> SendAsync(WireRequest request, CancellationToken cancellationToken) =>
        InvokeAsync<WireResponse>(
            request.Call.On(request),
            new InvokeOptions
            {
                RequestMarshaller = WireMarshaller.Instance,
                ResponseUnmarshaller = new WireUnmarshaller(request),
            },
            cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        RemoveUnused(pipeline);
        pipeline.AddHandlerAfter<Marshaller>(new IvsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new IvsAuthentication());
        CallHandlers.AddTo(pipeline, Config);
    }

    // Amazon IVS does not use endpoint discovery, checksums or compression, and this project does not use SDK events or metrics.
    // The handlers are removed because each handler delays the first call: .NET compiles about twelve methods for each handler.
    private static void RemoveUnused(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.RemoveHandler<EndpointDiscoveryHandler>();
        pipeline.RemoveHandler<ChecksumHandler>();
        pipeline.RemoveHandler<CompressionHandler>();
        pipeline.RemoveHandler<MetricsHandler>();
        pipeline.RemoveHandler<ErrorCallbackHandler>();
        while (pipeline.Handlers.Any(handler => handler is CallbackHandler))
            pipeline.RemoveHandler<CallbackHandler>();
    }
}
