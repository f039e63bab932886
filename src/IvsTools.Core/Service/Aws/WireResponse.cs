using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>A response in the SDK pipeline.</summary>
internal sealed class WireResponse : AmazonWebServiceResponse
{
    public object? Body { get; set; }
}
