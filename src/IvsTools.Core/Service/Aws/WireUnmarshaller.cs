using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace IvsTools.Service.Aws;

/// <summary>Reads a successful or failed response.</summary>
internal sealed class WireUnmarshaller(WireRequest request) : ResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        // The request ID is recorded before the body is read, so that it is not lost if the body cannot be read.
        request.Call.Note(input.ResponseData);
        using var body = new MemoryStream();
        ((JsonUnmarshallerContext)input).Stream.CopyTo(body);
        return new WireResponse
        {
            Body = request.ReadBody(input.ResponseData.StatusCode, body.ToArray()),
            ResponseMetadata = new ResponseMetadata(),
        };
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        request.Call.Note(input.ResponseData);
        var (type, message) = ReadError(((JsonUnmarshallerContext)input).Stream);
        var header = input.ResponseData.GetHeaderValue("x-amzn-ErrorType");
        var code = string.IsNullOrEmpty(header) ? type : header;
        // The formats of a code are "Code", "Code:http://…" and "namespace#Code".
        code = code?.Split(':')[0].Split('#')[^1];
        return new AmazonServiceException(
            message ?? string.Empty, innerException, ErrorType.Unknown, code ?? string.Empty, request.Call.RequestId, statusCode);
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException, null);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException, requestContext);

    private static (string? Type, string? Message) ReadError(Stream body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? (
                    Text(root, "__type") ?? Text(root, "code"),
                    Text(root, "exceptionMessage") ?? Text(root, "message") ?? Text(root, "Message"))
                : default;
        }
        catch (JsonException)
        {
            // If the body is empty or is a page from a proxy, only the status is known.
            return default;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
