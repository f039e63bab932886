using Amazon.Runtime;

namespace IvsTools.Service.Sdk;

/// <summary>HTTP as this client wants it: redirects are not followed, and bodies are bounded.</summary>
internal sealed class IvsHttpClientFactory : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the session token and the body to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = clientConfig.ConnectTimeout ?? System.Threading.Timeout.InfiniteTimeSpan,
        };
        // Without a proxy of the SDK's settings, that of the environment or the system is used.
        if (clientConfig.GetWebProxy() is { } proxy)
            handler.Proxy = proxy;
        if (clientConfig.MaxConnectionsPerServer is { } connections)
            handler.MaxConnectionsPerServer = connections;
        return new HttpClient(new BoundedBodyHandler(handler)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }
}
