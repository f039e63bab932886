using Amazon.Runtime;

namespace IvsTools.Service.Sdk;

/// <summary>HTTP as this client wants it: redirects are not followed, and bodies are bounded.</summary>
internal sealed class IvsHttpClientFactory : HttpClientFactory
{
    // By this name the SDK keeps one HTTP client for all: connections carry no credential, and none is left behind by a client that is forgotten.
    public override string GetConfigUniqueString(IClientConfig clientConfig) => nameof(IvsTools);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the session token and the body to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            // A process may live for weeks; the addresses of a host do not.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
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
