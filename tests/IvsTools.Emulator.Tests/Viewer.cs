using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>A player that signs its tokens according to RFC 7515, without the code of IvsTools.Core.</summary>
public sealed class Viewer : IDisposable
{
    private readonly HttpClient _http = new();

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public void Dispose()
    {
        Key.Dispose();
        _http.Dispose();
    }

    /// <summary>Signs a token. By default, the token expires in five minutes.</summary>
    public string Sign(string channelArn, JsonObject? claims = null, ECDsa? key = null)
    {
        claims ??= [];
        claims["aws:channel-arn"] = channelArn;
        claims["exp"] ??= DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds();
        var header = Base64Url.EncodeToString("""{"alg":"ES384","typ":"JWT"}"""u8);
        var signed = $"{header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384))}";
    }

    /// <summary>Requests a playlist. If an origin is specified, the request has an Origin header.</summary>
    public async Task<Playback> PlayAsync(string url, string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, token is null ? url : $"{url}?token={token}");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new Playback(
            response.StatusCode,
            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null,
            body,
            // The URLs of the renditions are relative to the playlist.
            body.Split('\n')
                .Where(line => line.EndsWith(".m3u8", StringComparison.Ordinal))
                .Select(line => new Uri(new Uri(url), line).ToString())
                .FirstOrDefault())
        {
            Date = response.Headers.Date,
        };
    }
}

/// <summary>The response to a player.</summary>
public sealed record Playback(HttpStatusCode Status, string? AllowedOrigin, string Body, string? RenditionUrl)
{
    public DateTimeOffset? Date { get; init; }

    public string? ErrorCode => JsonNode.Parse(Body)!.AsArray().Single()!["error_code"]!.GetValue<string>();

    public string Error => JsonNode.Parse(Body)!.AsArray().Single()!["error"]!.GetValue<string>();
}
