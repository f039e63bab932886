using IvsTools.Emulator;
using IvsTools.Service;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Core.Tests.Service;

/// <summary>A reset reports the state of the channel, even after failures and a cancellation.</summary>
public sealed class StreamKeyResetTests : IDisposable
{
    // The results of a call: it succeeds, it fails before the change, its response is lost after the change, or access is denied.
    private static readonly string[] Outcomes = ["done", "rejected", "lost", "denied"];
    private static readonly string[] Calls = ["DeleteStreamKey", "CreateStreamKey", "ListStreamKeys", "GetStreamKey"];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly EmulatorServer _emulator;
    private readonly CallContext _context;

    public StreamKeyResetTests()
    {
        _emulator = EmulatorServer.Start();
        _context = new CallContext(TestClient.For(new()
        {
            Region = _emulator.Region,
            EndpointUrl = _emulator.Url,
            AccessKey = _emulator.AccessKeyId,
            SecretKey = _emulator.SecretAccessKey,
            Time = _time,
        }));
    }

    public void Dispose() => _emulator.Dispose();

    /// <summary>Each of the 4 calls has one of 4 results. Each failure occurs either once or on every attempt.</summary>
    [Fact]
    public async Task Every_combination_of_faults_ends_with_a_key_or_a_correct_error()
    {
        var seen = new Dictionary<string, int>();
        for (var plan = 0; plan < 4 * 4 * 4 * 4 * 2; plan++)
        {
            var (channel, old) = await ChannelAsync();
            var outcomes = Calls.Select((_, i) => Outcomes[(plan >> (2 * i)) & 3]).ToArray();
            var times = plan >> 8 == 0 ? 1 : 99;
            Plan(outcomes, times);
            var result = await ResetAsync(channel, CancellationToken.None);
            _emulator.Faults.Clear();
            var outcome = await CheckAsync(channel, old, result, $"{string.Join(' ', outcomes)} x{times}");
            seen[outcome] = seen.GetValueOrDefault(outcome) + 1;
        }
        Assert.Equal(["new", "no key", "old", "unknown", "unread"], seen.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>IVSTOOLS_CANCELS sets the number of runs. The message of a failure contains the seed.</summary>
    [Fact]
    public async Task Cancellation_at_any_time_leaves_a_key_or_reports_that_there_is_no_key()
    {
        var count = int.Parse(
            Environment.GetEnvironmentVariable("IVSTOOLS_CANCELS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var (channel, old) = await ChannelAsync();
            using var stop = new CancellationTokenSource();
            // The reset is canceled after a random number of requests and then a random number of thread pool turns.
            var (after, spin) = (_emulator.Requests.Count + random.Next(4), random.Next(40));
            var resetting = ResetAsync(channel, stop.Token);
            await Eventually.IsAsync(() => _emulator.Requests.Count >= after || resetting.IsCompleted);
            for (var turn = 0; turn < spin; turn++)
                await Task.Yield();
            await stop.CancelAsync();
            var outcome = await CheckAsync(channel, old, await resetting, $"seed {seed}, cancel {i}");
            seen[outcome] = seen.GetValueOrDefault(outcome) + 1;
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen.Select(kind => $"{kind.Key}: {kind.Value}")));
    }

    [Fact]
    public async Task A_canceled_reset_ends_within_a_time_limit()
    {
        var (channel, _) = await ChannelAsync();
        using var stop = new CancellationTokenSource();
        _emulator.Faults.Fail("CreateStreamKey", "ValidationException");
        var reset = StreamKeyReset.ResetAsync(_context, channel, null, stop.Token);
        // After the creation fails, the reset lists the keys again. It then pauses until the test clock moves.
        await Eventually.IsAsync(() => _emulator.Requests.Count(request => request.Operation == "ListStreamKeys") == 2);
        _emulator.Faults.Latency = TimeSpan.FromMinutes(10);
        await stop.CancelAsync();
        var (key, error) = await EndAsync(reset, stop.Token);
        _emulator.Faults.Clear();
        Assert.Null(key);
        Assert.Equal(IvsErrorCode.StreamKeyUnknown, error?.ErrorCode);
        Assert.Empty(await KeysAsync(channel));
    }

    private async Task<(string Channel, string OldKey)> ChannelAsync()
    {
        var created = await _context.SendAsync(Operations.CreateChannel, new("studio"), CancellationToken.None);
        return (created.Channel!.Arn!, created.StreamKey!.Arn!);
    }

    private Task<(StreamKey? Key, IvsServiceException? Error)> ResetAsync(string channel, CancellationToken stop) =>
        EndAsync(StreamKeyReset.ResetAsync(_context, channel, null, stop), stop);

    private async Task<(StreamKey? Key, IvsServiceException? Error)> EndAsync(Task<StreamKey> reset, CancellationToken stop)
    {
        try
        {
            await Eventually.IsAsync(() =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(500));
                return reset.IsCompleted;
            });
            return (await reset, null);
        }
        catch (IvsServiceException e)
        {
            return (null, e);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    // The faults do not affect the first list call, which reads the current state.
    private static int After(int call) => Calls[call] == "ListStreamKeys" ? 1 : 0;

    private void Plan(string[] outcomes, int times)
    {
        for (var i = 0; i < Calls.Length; i++)
        {
            if (outcomes[i] is "rejected")
                _emulator.Faults.Fail(Calls[i], "ValidationException", times, after: After(i));
            else if (outcomes[i] is "denied")
                _emulator.Faults.Fail(Calls[i], "AccessDeniedException", times, after: After(i));
            else if (outcomes[i] is "lost")
                _emulator.Faults.Break(Calls[i], BrokenResponse.Html, times, After(i));
        }
    }

    // Compares the report with the state of the emulator.
    private async Task<string> CheckAsync(string channel, string old, (StreamKey? Key, IvsServiceException? Error) result, string plan)
    {
        var keys = await KeysAsync(channel);
        var report = $"{plan}: {result.Key?.Arn ?? result.Error?.ToString() ?? "canceled"}";
        switch (result)
        {
            case ({ } key, _):
                Assert.True(keys.SequenceEqual([key.Arn!]) && key.Arn != old && !string.IsNullOrEmpty(key.Value), report);
                return "new";
            case (_, { ErrorCode: IvsErrorCode.ChannelHasNoStreamKey }):
                Assert.True(keys.Count == 0, report);
                return "no key";
            case (_, { ErrorCode: IvsErrorCode.StreamKeyNotRead }):
                Assert.True(keys.Count == 1 && keys[0] != old && result.Error!.Message.Contains(keys[0], StringComparison.Ordinal), report);
                return "unread";
            case (_, { ErrorCode: IvsErrorCode.StreamKeyUnknown }):
                return "unknown";
            default:
                Assert.True(keys.SequenceEqual([old]), report);
                Assert.True(
                    result.Error is null || result.Error.Message.Contains("still has its old stream key", StringComparison.Ordinal),
                    report);
                return "old";
        }
    }

    private async Task<IReadOnlyList<string>> KeysAsync(string channel) =>
        (await _context.SendAsync(Operations.ListStreamKeys, new(channel), CancellationToken.None))
            .StreamKeys!.Select(key => key.Arn!).ToList();
}
