using Amazon.Runtime;

namespace IvsTools.Service.Aws;

internal sealed class WireResponse : AmazonWebServiceResponse
{
    public object? Body { get; set; }
}
