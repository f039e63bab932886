using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Tests;

/// <summary>
/// When an emulator closes, it aborts its connections, so that clients receive neither a 404 response from HttpListener nor an empty
/// success response.
/// </summary>
public sealed class CloseTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_request_that_arrives_while_the_host_closes_is_aborted_and_not_handled()
    {
        var (listener, port) = LocalListener.Open(0);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var handled = 0;
        Exception? keptAlive = null;
        Exception? added = null;
        var host = new ListenerHost(
            listener,
            _ =>
            {
                Interlocked.Increment(ref handled);
                return Task.FromResult(new EmulatorResponse(200, new Dictionary<string, string>(), "{}"u8.ToArray(), 2));
            },
            stop: () =>
            {
                keptAlive = FailureOf(client);
                using var other = new HttpClient { BaseAddress = client.BaseAddress };
                added = FailureOf(other);
            });
        host.Start();
        Assert.Equal("{}", await client.GetStringAsync("ListChannels", TestContext.Current.CancellationToken));
        host.Dispose();
        Assert.Equal(1, handled);
        Assert.IsType<HttpRequestException>(keptAlive);
        Assert.IsType<HttpRequestException>(added);
    }

    [Fact]
    public async Task A_queued_request_is_aborted_when_the_host_closes()
    {
        var (listener, port) = LocalListener.Open(0);
        // A 100 (Continue) response does not prove that HttpListener has queued the request, so the test reads the private queue.
        var queue = typeof(HttpListener).GetField("_contextQueue", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(listener)
            as List<HttpListenerContext>;
        Assert.SkipUnless(queue is not null, "The queue of HttpListener cannot be observed on this platform.");
        using var handling = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var host = new ListenerHost(
            listener,
            _ =>
            {
                // Blocks the thread that accepts requests.
                handling.Set();
                release.Wait(Longest);
                throw new OperationCanceledException();
            },
            stop: () => { });
        host.Start();
        using var first = await SendAsync(port, string.Empty);
        Assert.True(handling.Wait(Longest, TestContext.Current.CancellationToken));
        using var second = await SendAsync(port, "Expect: 100-continue\r\n");
        using var reader = new StreamReader(second.GetStream(), Encoding.ASCII);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await Eventually.IsAsync(() => queue.Count == 1);
        host.Dispose();
        release.Set();
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("HTTP/1.1 200", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 404", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_endpoint_does_not_handle_requests()
    {
        var endpoint = new EmulatorEndpoint(new EmulatorOptions(), "http://127.0.0.1:1");
        endpoint.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.RespondAsync(
            new EmulatorRequest("GET", "/_emulator/health", [], 0, Stream.Null), TestContext.Current.CancellationToken));
        Assert.Empty(endpoint.Requests);
    }

    private static Exception? FailureOf(HttpClient client) =>
        Record.Exception(() => client.GetStringAsync("ListChannels").WaitAsync(Longest).GetAwaiter().GetResult());

    private static async Task<TcpClient> SendAsync(int port, string header)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /DeleteStreamKey HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\n{header}\r\n"));
        return client;
    }
}
