using System;
using System.Diagnostics;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

/// <summary>One client with one connection. Calls the six operations that moto supports, and signs each call.</summary>
public sealed class SixOperations : IDisposable
{
    private readonly HttpClient _http = new HttpClient();
    private readonly string _url;
    private readonly string _keyId;
    private readonly byte[] _key;
    private readonly string _host;
    private readonly string _scope;
    private readonly string _stamp;

    // All requests are signed with the same timestamp. A signature is valid for 15 minutes, and a run takes less time.
    public SixOperations(string url, string keyId, string secret, string region)
    {
        _url = url;
        _keyId = keyId;
        _host = new Uri(url).Authority;
        _stamp = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'");
        _scope = $"{_stamp.Substring(0, 8)}/{region}/ivs/aws4_request";
        _key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in _scope.Split('/'))
            _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(part));
    }

    public void Dispose() => _http.Dispose();

    public void Run(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var made = Call("CreateChannel", "{\"name\":\"bench\",\"latencyMode\":\"LOW\",\"tags\":{\"team\":\"live\"}}");
            var arn = Regex.Match(made, "\"arn\": ?\"([^\"]+:channel/[^\"]+)\"").Groups[1].Value;
            Call("GetChannel", $"{{\"arn\":\"{arn}\"}}");
            Call("BatchGetChannel", $"{{\"arns\":[\"{arn}\"]}}");
            Call("UpdateChannel", $"{{\"arn\":\"{arn}\",\"name\":\"renamed\"}}");
            Call("ListChannels", "{}");
            Call("DeleteChannel", $"{{\"arn\":\"{arn}\"}}");
        }
    }

    /// <summary>Returns the number of UpdateChannel calls per second, with several clients at the same time.</summary>
    public static double MeasureLanes(string url, string keyId, string secret, string region, string arn, int lanes, int count)
    {
        var body = $"{{\"arn\":\"{arn}\",\"name\":\"renamed\"}}";
        var clients = new SixOperations[lanes];
        for (var lane = 0; lane < lanes; lane++)
        {
            clients[lane] = new SixOperations(url, keyId, secret, region);
            clients[lane].Call("UpdateChannel", body);
        }
        var left = count;
        var watch = Stopwatch.StartNew();
        var threads = Array.ConvertAll(clients, client => new Thread(() =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                client.Call("UpdateChannel", body);
        }));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var rate = count / watch.Elapsed.TotalSeconds;
        Array.ForEach(clients, client => client.Dispose());
        return rate;
    }

    private string Call(string operation, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        const string Signed = "content-type;host;x-amz-date";
        var canonical =
            $"POST\n/{operation}\n\ncontent-type:application/json\nhost:{_host}\nx-amz-date:{_stamp}\n\n{Signed}\n{Hash(bytes)}";
        var toSign = $"AWS4-HMAC-SHA256\n{_stamp}\n{_scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var signature = Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(toSign))).ToLowerInvariant();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_url}/{operation}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", _stamp);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={_keyId}/{_scope}, SignedHeaders={Signed}, Signature={signature}");
        using var response = _http.Send(request);
        using var reader = new System.IO.StreamReader(response.Content.ReadAsStream());
        var text = reader.ReadToEnd();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{operation}: {(int)response.StatusCode} {text}");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
}
