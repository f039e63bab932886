using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Sdk;

/// <summary>The AWS SDK's engine (credentials, SigV4, retries, clock skew, proxies) with IVS's few particulars.</summary>
internal sealed class SdkClient(AWSCredentials? credentials, IvsClientConfig config) : AmazonServiceClient(credentials, config)
{
    public Task<WireResponse> SendAsync(WireRequest request, CancellationToken cancellationToken) =>
        InvokeAsync<WireResponse>(
            request,
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
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new IvsRetryPolicy(Config)));
        pipeline.AddHandlerAfter<RetryHandler>(new RateLimitHandler());
        pipeline.AddHandlerAfter<Signer>(new SentHandler());
    }
}
