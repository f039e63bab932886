using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>The HTTP settings of the client: redirects are not followed, and bodies are limited.</summary>
internal sealed class IvsHttpClientFactory : HttpClientFactory
{
    // With this name, the SDK keeps one shared HTTP client.
    // Connections contain no credentials, and a removed client leaves no connection open.
    public override string GetConfigUniqueString(IClientConfig clientConfig) => nameof(IvsTools);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the session token and the body to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            // A process can run for weeks, so it must resolve host names again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = clientConfig.ConnectTimeout ?? System.Threading.Timeout.InfiniteTimeSpan,
        };
        // Without a proxy in the SDK settings, the proxy of the environment or the system is used.
        if (clientConfig.GetWebProxy() is { } proxy)
            handler.Proxy = proxy;
        if (clientConfig.MaxConnectionsPerServer is { } connections)
            handler.MaxConnectionsPerServer = connections;
        return new HttpClient(new BoundedBodyHandler(handler)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }
}
