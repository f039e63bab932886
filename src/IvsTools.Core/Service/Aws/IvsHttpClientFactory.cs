using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>Creates the HTTP client, which limits the length of responses and does not follow redirects.</summary>
internal sealed class IvsHttpClientFactory : HttpClientFactory
{
    // All SDK clients share one HTTP client. If each SDK client had its own HTTP client, the connections of a removed SDK client
    // would stay open. Sharing is safe, because connections do not contain credentials.
    public override string GetConfigUniqueString(IClientConfig clientConfig) => nameof(IvsTools);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would send the session token and the body to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Connections are closed regularly, so that a process that runs for weeks resolves the host names again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = clientConfig.ConnectTimeout ?? System.Threading.Timeout.InfiniteTimeSpan,
            // The default is the proxy of the environment or the system.
            Proxy = new NonLoopbackProxy(clientConfig.GetWebProxy() ?? HttpClient.DefaultProxy),
        };
        if (clientConfig.MaxConnectionsPerServer is { } connections)
            handler.MaxConnectionsPerServer = connections;
        return new HttpClient(new BoundedBodyHandler(handler)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }
}
