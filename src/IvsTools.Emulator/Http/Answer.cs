using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Http;

/// <summary>What is sent back.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body)
{
    private const string Json = "application/json";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string? ErrorType { get; private init; }

    /// <summary>The site whose pages may read it; null says nothing of sites.</summary>
    public string? AllowedOrigin { get; init; }

    public static Answer Of(int status, JsonNode? body) => new(status, Json, body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString(Relaxed)));

    /// <summary>The model names the text exceptionMessage; most clients read message.</summary>
    public static Answer Error(ApiException error) =>
        Of(error.Status, new JsonObject { ["message"] = error.Message, ["exceptionMessage"] = error.Message }) with { ErrorType = error.Code };

    public static Answer Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>Ends a call without an answer: a refusal whose body never comes.</summary>
    /// <remarks>An abort before the headers would make HttpListener send an empty 200.</remarks>
    public static void Cut(HttpListenerResponse response)
    {
        try
        {
            response.StatusCode = 503;
            response.ContentLength64 = 1;
            response.OutputStream.Write([]);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpListenerException or IOException or ObjectDisposedException)
        {
            // The headers are sent already, or there is no connection.
        }
        response.Abort();
    }

    /// <summary>Sends it whole, or broken as asked.</summary>
    public async Task SendAsync(HttpListenerResponse response, BrokenAnswer? broken)
    {
        var (status, type, body) = broken switch
        {
            BrokenAnswer.Html => (200, "text/html", "<html><body>Sign in to the network</body></html>"u8.ToArray()),
            BrokenAnswer.EmptyBody => (200, Json, []),
            BrokenAnswer.GarbageJson => (200, Json, "{\"streamKey\": {\"arn\": "u8.ToArray()),
            _ => (Status, ContentType, Body),
        };
        response.StatusCode = status;
        response.Headers["x-amzn-RequestId"] = RequestId;
        if (ErrorType is not null && broken is null)
            response.Headers["x-amzn-ErrorType"] = ErrorType;
        if (AllowedOrigin is not null)
            response.Headers["Access-Control-Allow-Origin"] = AllowedOrigin;
        if (status != 204)
            response.ContentType = type;
        // A length that never comes: see Cut.
        var sent = broken switch { BrokenAnswer.DropConnection => 0, BrokenAnswer.CutOffBody => body.Length / 2, _ => body.Length };
        response.ContentLength64 = sent == body.Length ? sent : Math.Max(body.Length, 1);
        await response.OutputStream.WriteAsync(body.AsMemory(0, sent)).ConfigureAwait(false);
        if (broken is BrokenAnswer.DropConnection or BrokenAnswer.CutOffBody)
            response.Abort();
        else
            response.Close();
    }
}
