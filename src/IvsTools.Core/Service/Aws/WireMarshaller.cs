using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace IvsTools.Service.Aws;

/// <summary>Creates the REST-JSON request. The path is /Operation with a body, or /tags/{resourceArn} with a query.</summary>
internal sealed class WireMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly WireMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var wire = (WireRequest)input;
        var request = new DefaultRequest(wire, IvsClientConfig.ServiceName)
        {
            HttpMethod = wire.Method,
            ResourcePath = wire.ResourceArn is null ? "/" + wire.Call.Operation : "/tags/{resourceArn}",
        };
        if (wire.ResourceArn is not null)
            request.AddPathResource("{resourceArn}", wire.ResourceArn);
        if (wire.TagKeys is not null)
        {
            request.ParameterCollection.Add("tagKeys", [.. wire.TagKeys]);
            request.UseQueryString = true;
        }
        if (wire.Body is not null)
        {
            request.Content = wire.Body;
            request.Headers["Content-Type"] = "application/json";
        }
        return request;
    }
}
