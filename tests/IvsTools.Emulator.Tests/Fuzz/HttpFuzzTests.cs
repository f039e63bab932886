using System.Net;
using System.Net.Sockets;

namespace IvsTools.Emulator.Tests.Fuzz;

/// <summary>Sends raw requests that clients do not send. The emulator must respond to each request or close its connection.</summary>
/// <remarks>
/// IVSTOOLS_FUZZ_COUNT sets the number of requests, and IVSTOOLS_FUZZ_SEED repeats the same requests.
/// The test does not run in parallel, because it counts the sockets of the process.
/// </remarks>
[CollectionDefinition("Sockets", DisableParallelization = true)]
[Collection("Sockets")]
public sealed class HttpFuzzTests : EmulatorTest
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_request_gets_a_response_or_its_connection_is_closed()
    {
        var (count, seed) = (FuzzRun.Count, FuzzRun.Seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var requests = new RawRequests(seed, Emulator.Port, (path, body) => Client.Headers("POST", path, string.Empty, body));
        await SendAsync(requests.Next());
        var before = FuzzRun.Sockets();
        var (responses, closed, slowest) = (0, 0, TimeSpan.Zero);
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var gate = new object();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            byte[] request;
            lock (gate)
                request = requests.Next();
            var started = TimeProvider.System.GetTimestamp();
            var response = await SendAsync(request);
            Assert.True(response is not null, $"seed {seed}: no response: {Convert.ToBase64String(request)}");
            var head = response.Split("\r\n\r\n")[0];
            Assert.False(
                head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
                    && head.EndsWith("Content-Length: 0", StringComparison.OrdinalIgnoreCase),
                $"seed {seed}: status 200 without a body: {Convert.ToBase64String(request)}");
            Assert.False(
                head.StartsWith("HTTP/1.1 500", StringComparison.Ordinal),
                $"seed {seed}: status 500: {Convert.ToBase64String(request)} got {response}");
            lock (gate)
            {
                if (response.Length > 0)
                    responses++;
                else
                    closed++;
                var status = head.Split(' ').ElementAtOrDefault(1) ?? "none";
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(started).Ticks));
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{responses} responses, {closed} closed, slowest {slowest.TotalMilliseconds:0} ms, sockets {before} before, "
                + $"{FuzzRun.Sockets()} after; {string.Join(", ", statuses)}");
        Assert.Equal(count, responses + closed);
        await ControlAsync("POST", "reset");
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
        await Eventually.IsAsync(() => Emulator.InFlight == 0);
        if (before is not null)
            await Eventually.IsAsync(() => FuzzRun.Sockets() <= before + AtOnce);
    }

    /// <summary>
    /// Returns the data that was received before the connection was closed, or null if it was not closed.
    /// </summary>
    private async Task<string?> SendAsync(byte[] request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Emulator.Port, patience.Token);
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(request, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return await reader.ReadToEndAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        // The server has reset the connection.
        catch (Exception e) when (e is IOException or SocketException)
        {
            return string.Empty;
        }
    }
}
