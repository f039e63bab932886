using System.Globalization;
using System.Text;

namespace IvsTools.Emulator.Tests.Fuzz;

/// <summary>HTTP requests that are almost valid, and some that are not HTTP. The same seed produces the same requests.</summary>
/// <param name="seed">The seed of the sequence.</param>
/// <param name="port">The port of the emulator.</param>
/// <param name="sign">Signs a request to an operation, and returns its headers.</param>
public sealed class RawRequests(int seed, int port, Func<string, byte[], IReadOnlyDictionary<string, string>> sign)
{
    private static readonly string[] Methods = ["GET", "POST", "POST", "DELETE"];
    private static readonly string[] OddMethods =
        ["PUT", "OPTIONS", "HEAD", "PATCH", "TRACE", "CONNECT", "get", "", "G\0T", "VERYLONGMETHODNAME"];
    private static readonly string[] Paths =
    [
        "/CreateChannel", "/ListChannels", "/GetStream", "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fx",
        "/tags/", "/tags//", "/", "", "//", "*",
        "/_emulator/", "/_emulator/faults", "/_emulator/requests?operation=%", "/_emulator/channels/%ZZ/stream",
        "/_emulator/clock", "/_emulator/openapi.json",
        "/api/video/v1/us-west-2.123456789012.channel.x.m3u8?token=a.b.c", "/api/video/v1/playlist/x/720p.m3u8",
        "/%00", "/%ff%fe", "/..%2f..%2f", "/é", "http://127.0.0.1/ListChannels", "/a?b=%&&=&c",
    ];

    private static readonly string[] OddVersions = ["HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "", "http/1.1"];
    private static readonly string[] Names =
    [
        "Content-Type", "Authorization", "X-Amz-Date", "X-Amz-Content-Sha256", "X-Amz-Security-Token",
        "Origin", "Sec-Fetch-Site", "Expect", "Connection", "Upgrade", "Cookie", "Range",
        "Accept-Encoding", "Content-Encoding", "Transfer-Encoding", "Content-Length", "Access-Control-Request-Method", "If-Modified-Since",
    ];

    private static readonly string[] OddNames = ["X Y", ":", "", "\u0001"];
    private static readonly string[] Operations =
    [
        "/CreateChannel", "/ListChannels", "/GetStream", "/ImportPlaybackKeyPair", "/CreateRecordingConfiguration", "/BatchGetChannel",
        "/PutMetadata",
    ];

    private static readonly string[] Values =
    [
        "application/json",
        "text/plain",
        "AWS4-HMAC-SHA256 Credential=A/20260101/us-west-2/ivs/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
        "AWS4-HMAC-SHA256",
        "20261125T000000Z",
        "UNSIGNED-PAYLOAD", "https://evil.test", "null", "cross-site", "100-continue", "close", "keep-alive", "chunked",
        "identity", "gzip", "0", "-1", "5", "99999999999999999999", "0x10", "é\u0001", "", " ", "\t", "a\r\n b",
    ];

    private static readonly string[] Bodies =
    [
        "",
        "{}",
        "{\"name\":\"a\"}",
        "{\"a\":1,\"a\":2}",
        "[",
        "null",
        "\"\\ud800\"",
        "{\"tags\":{\"a\":\"\\udfff\"}}",
        "{\"maxResults\":5.0}",
        "{\"maxResults\":1e999}",
        "{\"code\":\"Throttling\\r\\nX: y\"}",
        "{\"latencyMs\":-1}", "{\"advanceSeconds\":1e300}", "{\"state\":\"LIVE\"}", "\u0000\u0001\u0002",
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        if (_random.Next(50) == 0)
            return Noise(_random.Next(1, 400));
        var body = Encoding.UTF8.GetBytes(_random.Next(20) == 0 ? Nested(_random.Next(1, 300)) : One(Bodies));
        if (_random.Next(3) == 0)
            return Signed(_random.Next(2) == 0 ? body : Damaged(body));
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{Mostly(One(Methods), OddMethods)} {One(Paths)} {Mostly("HTTP/1.1", OddVersions)}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Host: {Mostly($"127.0.0.1:{port}", ["evil.test", "", "a\0b"])}\r\n");
        for (var i = _random.Next(5); i > 0; i--)
            text.Append(CultureInfo.InvariantCulture, $"{Mostly(One(Names), OddNames)}: {One(Values)}\r\n");
        if (_random.Next(100) == 0)
            text.Append("X-Long: ").Append('a', _random.Next(100_000)).Append("\r\n");
        var isChunked = _random.Next(10) == 0;
        if (isChunked)
        {
            text.Append("Transfer-Encoding: chunked\r\n");
        }
        else if (_random.Next(10) > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"Content-Length: {body.Length + (_random.Next(10) == 0 ? _random.Next(-5, 50) : 0)}\r\n");
        }
        text.Append(_random.Next(30) == 0 ? "\n" : "\r\n");
        byte[] chunks = isChunked
            ?
            [
                .. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"),
                .. body,
                .. Encoding.ASCII.GetBytes(_random.Next(4) == 0 ? "zz\r\n" : "\r\n0\r\n\r\n"),
            ]
            : body;
        return Damaged([.. Encoding.UTF8.GetBytes(text.ToString()), .. chunks]);
    }

    // Returns a request with valid headers, to test the code that reads the body.
    private byte[] Signed(byte[] body)
    {
        var path = One(Operations);
        var headers = string.Concat(sign(path, body).Select(header => $"{header.Key}: {header.Value}\r\n"));
        return [.. Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private byte[] Damaged(byte[] request)
    {
        if (request.Length == 0)
            return request;
        switch (_random.Next(8))
        {
            case 0:
                return request[.._random.Next(1, request.Length + 1)];
            case 1:
                for (var i = _random.Next(1, 5); i > 0; i--)
                    request[_random.Next(request.Length)] = (byte)_random.Next(256);
                return request;
            case 2:
                var at = _random.Next(request.Length);
                return [.. request[..at], .. Noise(_random.Next(1, 20)), .. request[at..]];
            default:
                return request;
        }
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private string Mostly(string usual, string[] odd) => _random.Next(10) == 0 ? One(odd) : usual;

    private string One(string[] choices) => choices[_random.Next(choices.Length)];
}
