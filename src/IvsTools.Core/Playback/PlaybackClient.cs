using System.Net.Http.Headers;
using IvsTools.Service;

namespace IvsTools.Playback;

/// <summary>Gets playlists as a player does. The client limits the length of responses and does not follow redirects.</summary>
internal sealed class PlaybackClient : IDisposable
{
    /// <summary>The maximum length of a response. An Amazon IVS playlist is only a few kilobytes long.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private readonly HttpClient _http;

    /// <param name="timeout">The maximum time of a request and its response.</param>
    public PlaybackClient(TimeSpan timeout) => _http = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new NonLoopbackProxy(HttpClient.DefaultProxy),
    })
    {
        MaxResponseContentBufferSize = MaximumBytes,
        Timeout = timeout,
    };

    /// <exception cref="IvsServiceException">
    /// The connection failed (ConnectionFailed), the timeout elapsed (OperationTimeout), or the response is too long
    /// (InvalidResponse).
    /// </exception>
    public async Task<PlaybackResponse> GetAsync(PlaybackTarget target, Uri url, string? origin, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(nameof(IvsTools));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var sent = DateTimeOffset.UtcNow;
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var received = DateTimeOffset.UtcNow;
            var time = TimeOf(response.Headers);
            return new PlaybackResponse(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
            {
                Time = time,
                ClockSkew = time is { } at ? Skew(at, sent, received) : null,
                AllowedOrigins = response.Headers.TryGetValues(AllowOrigin, out var origins) ? [.. origins] : [],
            };
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new IvsServiceException(
                IvsErrorCode.OperationTimeout, $"{url.Host} did not respond completely within {_http.Timeout.TotalSeconds:N0} s.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new IvsServiceException(
                IvsErrorCode.InvalidResponse,
                $"The response from {url.Host} is not a playlist: it is larger than 1 MB, or its headers are larger than 64 KB.");
        }
        // The new exception does not have e as its InnerException, because the text of e can come from the server and contain the token.
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new IvsServiceException(
                IvsErrorCode.ConnectionFailed, target.Hide($"The request to {url.Host} failed: {(e.InnerException ?? e).Message}"))
            {
                RecommendedAction = "Check the network, the proxy and the host of the URL.",
            };
        }
    }

    public void Dispose() => _http.Dispose();

    // A time between the request and the response is not a difference.
    private static TimeSpan Skew(DateTimeOffset time, DateTimeOffset sent, DateTimeOffset received)
    {
        var nearest = time < sent ? sent : time > received ? received : time;
        return TimeSpan.FromSeconds(Math.Round((time - nearest).TotalSeconds));
    }

    // The Date header contains whole seconds, so it is half a second early on average.
    // A cache adds the Age header, which contains the time since the response was created.
    // Returns null if the corrected time is outside the range of DateTimeOffset.
    private static DateTimeOffset? TimeOf(HttpResponseHeaders headers) =>
        headers.Date is { } date
        && (headers.Age ?? TimeSpan.Zero) + TimeSpan.FromSeconds(0.5) is var age
        && date <= DateTimeOffset.MaxValue - age
            ? date + age
            : null;
}
