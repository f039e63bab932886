using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Signs by the published steps of Signature Version 4, with one fault if asked for.</summary>
public sealed class SignedClient(EmulatorServer emulator) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public void Dispose() => _http.Dispose();

    public Task<(HttpStatusCode Status, string? Error, JsonObject Body)> PostAsync(string operation, string body, string? fault = null) =>
        SendAsync("POST", "/" + operation, string.Empty, body, fault);

    /// <summary>Path and query as they go over the wire, encoded.</summary>
    public async Task<(HttpStatusCode Status, string? Error, JsonObject Body)> SendAsync(
        string method, string path, string query, string body, string? fault = null)
    {
        var time = DateTime.UtcNow.AddMinutes(fault switch { "old" => -20, "early" => 20, _ => 0 });
        var stamp = time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var region = fault == "region" ? "eu-west-1" : emulator.Region;
        var scope = $"{stamp[..8]}/{region}/ivs/aws4_request";
        const string Signed = "content-type;host;x-amz-date";
        // The path is signed encoded twice, the query once and sorted.
        var twice = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var canonical = $"{method}\n{twice}\n{query}\ncontent-type:application/json\nhost:127.0.0.1:{emulator.Port}\nx-amz-date:{stamp}\n\n{Signed}\n{Hash(body)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + (fault == "secret" ? "wrong" : emulator.SecretAccessKey));
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hash(canonical)}")));

        using var request = new HttpRequestMessage(new HttpMethod(method), $"{emulator.Url}{path}{(query.Length == 0 ? query : "?" + query)}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(fault == "body" ? body + " " : body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", fault == "header" ? "text/plain" : "application/json");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", stamp);
        if (fault != "none")
        {
            request.Headers.TryAddWithoutValidation("Authorization", fault == "malformed"
                ? "AWS4-HMAC-SHA256 Credential=x"
                : $"AWS4-HMAC-SHA256 Credential={(fault == "key" ? "AKIAUNKNOWN" : emulator.AccessKeyId)}/{scope}, SignedHeaders={Signed}, Signature={signature}");
        }
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

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
