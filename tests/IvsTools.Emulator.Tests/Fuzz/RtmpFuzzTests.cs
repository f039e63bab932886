using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Tests.Ingest;
using IvsTools.Fuzz;

namespace IvsTools.Emulator.Tests.Fuzz;

/// <summary>Sends damaged sessions of encoders. The emulator must close each connection and end its stream.</summary>
/// <remarks>
/// IVSTOOLS_FUZZ_COUNT sets the number of sessions, and IVSTOOLS_FUZZ_SEED repeats the same sessions.
/// The test does not run in parallel, because it counts the sockets of the process.
/// </remarks>
[Collection("Sockets")]
[SuppressMessage("Security", "CA5394", Justification = "The same seed must produce the same sessions.")]
public sealed class RtmpFuzzTests() : EmulatorTest(new EmulatorOptions { IngestPort = 0 })
{
    private const int AtOnce = 8;

    // The emulator keeps only the newest events, so the test checks them repeatedly.
    private const int SessionsBetweenChecks = 200;
    private const long MostKept = 32 * 1024 * 1024;
    private static readonly byte[] Handshake = [3, .. new byte[2 * 1536]];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_connection_is_closed_and_its_stream_ends()
    {
        var (count, seed) = (FuzzRun.Count, FuzzRun.Seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var channels = new (string Arn, string Key)[AtOnce];
        for (var i = 0; i < AtOnce; i++)
        {
            var created = await GoodAsync("CreateChannel", new JsonObject { ["insecureIngest"] = true });
            channels[i] = (Arn(created["channel"]!), Text(created["streamKey"]!, "value"));
        }
        Assert.True(await IsClosedAsync([.. Handshake, .. EncoderSession.Simple(channels[0].Key)]));
        Assert.Equal(IngestAction.Started, Emulator.IngestRecords[0].Action);
        var sockets = FuzzRun.Sockets();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var slowest = TimeSpan.Zero;
        var next = -1;
        // Each worker has its own channel, because a session is rejected if its channel is live.
        await Task.WhenAll(channels.Select(channel => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < count)
            {
                var random = new Random(unchecked((seed * 31) + number));
                var session = Damaged(random, channel.Key);
                var started = TimeProvider.System.GetTimestamp();
                Assert.True(await IsClosedAsync(session), $"seed {seed}, session {number}: still open: {Convert.ToHexString(session)}");
                if (number % SessionsBetweenChecks == 0)
                    RequireForeseen();
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(started).Ticks));
            }
        })));
        RequireForeseen();
        // All connections are closed, so an encoder can publish to each channel.
        foreach (var (_, key) in channels)
            await Eventually.IsAsync(() => CanPublish(key));
        var reasons = string.Join(
            ", ", Emulator.IngestRecords.GroupBy(record => record.Reason).Select(group => $"{group.Key}: {group.Count()}"));
        await ControlAsync("POST", "reset");
        var kept = GC.GetTotalMemory(forceFullCollection: true) - memory;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} sessions, slowest {slowest.TotalMilliseconds:0} ms, sockets {sockets} before, {FuzzRun.Sockets()} after, "
                + $"{memory / 1e6:0.0} MB before, {(memory + kept) / 1e6:0.0} MB after; reasons of the newest records: {reasons}");
        Assert.InRange(kept, long.MinValue, MostKept);
        if (sockets is not null)
            await Eventually.IsAsync(() => FuzzRun.Sockets() <= sockets + AtOnce);
    }

    private static byte[] Damaged(Random random, string key)
    {
        var mutation = new Mutation(random);
        byte[][] sessions = [EncoderSession.Simple(key), EncoderSession.Compressed(key)];
        var session = mutation.Apply(sessions[random.Next(2)], sessions[random.Next(2)]);
        return random.Next(10) == 0 ? mutation.Apply([.. Handshake, .. session], session) : [.. Handshake, .. session];
    }

    private void RequireForeseen() => Assert.DoesNotContain(
        Emulator.IngestRecords, record => record.Message?.StartsWith("The emulator failed", StringComparison.Ordinal) is true);

    private bool CanPublish(string key)
    {
        using var encoder = RtmpClient.ConnectAsync(Emulator.IngestUrl!).GetAwaiter().GetResult();
        return encoder.PublishAsync(key).GetAwaiter().GetResult() == "NetStream.Publish.Start";
    }

    /// <summary>
    /// Sends a session, and then closes the sending side of the connection. Returns true if the emulator closes the connection.
    /// </summary>
    private async Task<bool> IsClosedAsync(byte[] session)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(Emulator.IngestUrl!).Port, patience.Token);
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(session, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            var received = new byte[8192];
            while (await stream.ReadAsync(received, patience.Token) > 0)
            {
            }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        // The emulator reset the connection, so the connection is closed.
        catch (Exception e) when (e is IOException or SocketException)
        {
            return true;
        }
    }
}
