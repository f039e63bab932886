using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The core of the AWS SDK (credentials, SigV4, retries, clock skew, proxies) with the settings for IVS.</summary>
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
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new IvsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new IvsAuthentication());
        CallHandlers.AddTo(pipeline, Config);
    }
}
