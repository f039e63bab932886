using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Http;

internal sealed record Response(int Status, string ContentType, byte[] Body)
{
    private const string Json = "application/json";
    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string? ErrorType { get; private init; }

    /// <summary>The origin whose pages can read the response. If null, the response has no CORS headers.</summary>
    public string? AllowedOrigin { get; init; }

    public IReadOnlyDictionary<string, string> MoreHeaders { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public static Response Of(int status, JsonNode? body) =>
        new(status, Json, body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, Relaxed));

    /// <summary>
    /// Creates an error response. The error message is in two JSON members: exceptionMessage, which the API model specifies, and
    /// message, which most clients read.
    /// </summary>
    public static Response Error(ApiException error) =>
        Of(error.Status, new JsonObject { ["message"] = error.Message, ["exceptionMessage"] = error.Message }) with
        {
            ErrorType = error.Code,
        };

    public static Response Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static Response Redirect(string path) =>
        new(308, "text/plain", []) { MoreHeaders = new Dictionary<string, string> { ["Location"] = path } };

    /// <summary>Returns the complete response, or an invalid response of the specified kind.</summary>
    public EmulatorResponse ToWire(BrokenResponse? broken)
    {
        var isCut = broken is BrokenResponse.DropConnection or BrokenResponse.CutOffBody;
        var (status, type, body) = broken switch
        {
            BrokenResponse.Html => (200, "text/html", "<html><body>Sign in to the network</body></html>"u8.ToArray()),
            BrokenResponse.EmptyBody => (200, Json, []),
            BrokenResponse.GarbageJson => (200, Json, "{\"streamKey\": {\"arn\": "u8.ToArray()),
            // A response with status 204 cannot have an incomplete body, so the status is changed to 200.
            _ => (isCut && Status == 204 ? 200 : Status, ContentType, Body),
        };
        var headers = new Dictionary<string, string>(MoreHeaders) { ["x-amzn-RequestId"] = RequestId };
        if (ErrorType is not null && broken is null)
            headers["x-amzn-ErrorType"] = ErrorType;
        if (AllowedOrigin is not null)
            headers["Access-Control-Allow-Origin"] = AllowedOrigin;
        if (status != 204)
            headers["Content-Type"] = type;
        var sent = broken switch { BrokenResponse.DropConnection => 0, BrokenResponse.CutOffBody => body.Length / 2, _ => body.Length };
        return new EmulatorResponse(status, headers, body.AsMemory(0, sent), isCut ? Math.Max(body.Length, 1) : body.Length);
    }
}
