using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Sends requests that are signed with Signature Version 4, correctly or with deliberate errors.</summary>
public sealed class SignedClient(EmulatorServer emulator) : IDisposable
{
    private static readonly Signing Good = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public void Dispose() => _http.Dispose();

    public Task<(HttpStatusCode Status, string? Error, JsonObject Body)> PostAsync(
        string operation, string body, Signing? signing = null) =>
        SendAsync("POST", "/" + operation, string.Empty, body, signing);

    /// <summary>Sends a request. The path and the query must be encoded.</summary>
    public async Task<(HttpStatusCode Status, string? Error, JsonObject Body)> SendAsync(
        string method, string path, string query, string body, Signing? signing = null)
    {
        using var request = Sign(method, path, query, body, signing ?? Good);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (
            response.StatusCode,
            response.Headers.TryGetValues("x-amzn-ErrorType", out var error) ? error.Single() : null,
            text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    public static async Task<string> RawAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Returns the headers of a request, including Host and Authorization. The body does not have to be text.</summary>
    public IReadOnlyDictionary<string, string> Headers(string method, string path, string query, byte[] body, Signing? signing = null)
    {
        var how = signing ?? Good;
        var stamp = DateTime.UtcNow.Add(how.Skew).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{how.ScopeDate ?? stamp[..8]}/{how.Region ?? emulator.Region}/{how.Service}/{how.Terminator}";
        var headers = new Dictionary<string, string>(how.Headers, StringComparer.OrdinalIgnoreCase)
        {
            ["host"] = $"127.0.0.1:{emulator.Port}",
            ["content-type"] = "application/json",
            ["x-amz-date"] = stamp,
        };
        var signed = string.Join(';', how.SignedHeaders);
        var lines = string.Concat(how.SignedHeaders.Select(name => $"{name}:{headers.GetValueOrDefault(name)}\n"));
        // In the signed text, the path is encoded twice, but the query is encoded once and sorted.
        var twice = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var canonical = $"{method}\n{twice}\n{query}\n{lines}\n{signed}\n{how.PayloadHash ?? Hash(body)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + (how.SecretAccessKey ?? emulator.SecretAccessKey));
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Hex(
            HMACSHA256.HashData(
                key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}")));
        var credential = $"{how.AccessKeyId ?? emulator.AccessKeyId}/{scope}";
        var header = $"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={signed}, Signature={signature}";
        if (how.Authorization(header) is { } authorization)
            headers["authorization"] = authorization;
        return headers;
    }

    private HttpRequestMessage Sign(string method, string path, string query, string body, Signing how)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"{emulator.Url}{path}{(query.Length == 0 ? query : "?" + query)}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(how.AlteredBody ?? body)),
        };
        foreach (var (name, value) in Headers(method, path, query, Encoding.UTF8.GetBytes(body), how))
        {
            var sent = how.Altered.TryGetValue(name, out var other) ? other : value;
            if (name == "content-type")
                request.Content.Headers.TryAddWithoutValidation(name, sent);
            else if (name != "host" && sent is not null)
                request.Headers.TryAddWithoutValidation(name, sent);
        }
        return request;
    }

    private static string Hash(byte[] content) => Hex(SHA256.HashData(content));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
