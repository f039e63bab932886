using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IvsTools.Emulator.Tool;

/// <summary>Serves an endpoint with Kestrel until a signal stops the host.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HostFilter _filter;

    private KestrelHost(WebApplication app, HostFilter filter, EmulatorEndpoint endpoint)
    {
        _app = app;
        _filter = filter;
        Endpoint = endpoint;
    }

    public EmulatorEndpoint Endpoint { get; }

    /// <exception cref="EmulatorOptionException">An option is invalid.</exception>
    /// <exception cref="IOException">A port cannot be opened.</exception>
    /// <exception cref="EmulatorStateException">The state file cannot be used.</exception>
    public static async Task<KestrelHost> StartAsync(
        EmulatorOptions options,
        IPAddress address,
        IReadOnlyList<string> hostNames,
        X509Certificate2? certificate,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // Requests run on the socket thread, because switching to another thread and back takes longer than a request.
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The endpoint limits the size of a body, and responds to larger bodies itself.
            kestrel.Limits.MaxRequestBodySize = null;
            // Some clients resolve localhost to [::1], and try 127.0.0.1 only after a delay or not at all, so the host listens on
            // both addresses. If the port is 0, this is not possible, because Kestrel cannot open the same free port on both.
            if (address.Equals(IPAddress.Loopback) && options.Port != 0)
                kestrel.ListenLocalhost(options.Port, Configure);
            else
                kestrel.Listen(address, options.Port, Configure);

            void Configure(ListenOptions listen)
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            }
        });
        // A short timeout is sufficient, because the endpoint aborts requests in progress when the host stops.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        var app = builder.Build();
        // The endpoint's URL contains the port, so the endpoint is created after the port is open. Requests wait until the
        // endpoint exists.
        var ready = new TaskCompletionSource<KestrelHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Run(async context => await (await ready.Task).ServeAsync(context));
        try
        {
            await app.StartAsync(cancellationToken);
            var url = Url(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            var started = new KestrelHost(app, new HostFilter(hostNames), new EmulatorEndpoint(options, url));
            ready.SetResult(started);
            app.Lifetime.ApplicationStopping.Register(started.Endpoint.Dispose);
            return started;
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            // Kestrel converts a SocketException to an IOException only if the port is in use.
            if (e is SocketException)
                throw new EmulatorPortException($"{address}", options.Port, e);
            throw;
        }
    }

    /// <summary>Waits until SIGTERM or SIGINT has stopped the host.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Endpoint.Dispose();
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            var request = context.Request;
            if (!_filter.IsAllowed(request.Host.Host))
            {
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                return;
            }
            var headers = new NameValueCollection(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in request.Headers)
                headers[name] = values.ToString();
            var rawUrl = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var response = await Endpoint.RespondAsync(
                new EmulatorRequest(request.Method, rawUrl, headers, request.ContentLength, request.Body), context.RequestAborted);
            await SendAsync(context, response);
        }
        // The client has disconnected, or the emulator is closing.
        catch (Exception e) when (e is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            context.Abort();
        }
    }

    private static async Task SendAsync(HttpContext context, EmulatorResponse response)
    {
        var target = context.Response;
        target.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            target.Headers[name] = value;
        if (response.Status != StatusCodes.Status204NoContent)
            target.ContentLength = response.ContentLength;
        // If a status does not allow a body, Kestrel rejects every write, even an empty one.
        if (response.Body.Length > 0 && context.Request.Method != HttpMethods.Head)
            await target.Body.WriteAsync(response.Body, context.RequestAborted);
        // If the body is shorter than its Content-Length, Kestrel closes the connection after this method returns. The flush sends the
        // incomplete response before that.
        if (!response.IsWhole)
            await target.Body.FlushAsync(context.RequestAborted);
    }

    // Clients cannot connect to 0.0.0.0 or [::], so the URL contains a loopback address.
    private static string Url(string bound) =>
        bound.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//localhost:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);
}
