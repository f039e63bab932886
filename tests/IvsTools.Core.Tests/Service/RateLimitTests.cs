using IvsTools.Service;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Core.Tests.Service;

public class RateLimitTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(200);
    private static readonly RateLimitKey Key = new("x", "e", "c");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_within_the_limit_are_sent_immediately_and_the_other_calls_wait()
    {
        var (limit, start) = (Limit(5), _time.GetUtcNow());
        var calls = Enumerable.Range(0, 12).Select(_ => TurnAsync(limit)).ToList();
        Assert.Equal(5, calls.Count(call => call.IsCompletedSuccessfully));
        await PassTimeUntilAsync(calls);
        var turns = calls.Select(call => call.Result - start).Order().ToList();
        Assert.All(turns[..5], turn => Assert.Equal(TimeSpan.Zero, turn));
        Assert.All(turns[5..], (turn, index) => Assert.True(turn >= Turn * (index + 1), $"{index}: {turn}"));
    }

    [Fact]
    public async Task After_a_pause_only_the_calls_that_the_limit_allows_in_one_second_are_sent_immediately()
    {
        var limit = Limit(5);
        await DoneAsync(5, Waits(limit, 5));
        _time.Advance(TimeSpan.FromHours(1));
        await DoneAsync(5, Waits(limit, 9));
    }

    [Fact]
    public async Task A_call_that_is_canceled_while_it_waits_does_not_count_toward_the_limit()
    {
        var limit = Limit(5);
        await DoneAsync(5, Waits(limit, 5));
        using var stop = new CancellationTokenSource();
        var canceled = Enumerable.Range(0, 100).Select(_ => limit.WaitAsync(stop.Token).AsTask()).ToList();
        var start = _time.GetUtcNow();
        var next = TurnAsync(limit);
        await stop.CancelAsync();
        await Eventually.IsAsync(() => canceled.TrueForAll(call => call.IsCanceled));
        await PassTimeUntilAsync([next]);
        Assert.InRange(await next - start, Turn, Turn * 3);
    }

    [Fact]
    public async Task A_custom_endpoint_is_limited_after_its_first_throttling_error()
    {
        var limit = Limit(5, isOn: false);
        await DoneAsync(50, Waits(limit, 50));
        limit.Throttled();
        var start = _time.GetUtcNow();
        List<Task<DateTimeOffset>> calls = [TurnAsync(limit), TurnAsync(limit)];
        await PassTimeUntilAsync(calls);
        var turns = calls.Select(call => call.Result - start).Order().ToList();
        Assert.True(turns[0] >= Turn, $"{turns[0]}");
        Assert.True(turns[1] >= Turn * 2, $"{turns[1]}");
    }

    [Fact]
    public async Task A_throttling_error_delays_calls_that_have_not_been_sent()
    {
        var time = new InterruptedTime();
        var limit = new RateLimit(5, isOn: true, time);
        time.BeforeNextRead = limit.Throttled;
        var call = limit.WaitAsync(CancellationToken.None).AsTask();
        Assert.False(call.IsCompleted);
        time.Advance(Turn);
        await call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_respects_the_limits_of_its_resource_and_its_operation()
    {
        var whole = Limit(7);
        var busy = new RateLimit(5, isOn: true, _time, whole);
        var calm = new RateLimit(5, isOn: true, _time, whole);
        await DoneAsync(5, Waits(busy, 9));
        // The other resource has already used five of the seven calls that the operation allows.
        await DoneAsync(2, Waits(calm, 5));
    }

    [Fact]
    public void Calls_with_the_same_operation_and_endpoint_and_credentials_share_a_limit()
    {
        var limit = Limit(Key);
        Assert.Same(limit, Limit(new("x", "e", "c")));
        Assert.NotSame(limit, Limit(Key with { Operation = "y" }));
        Assert.NotSame(limit, Limit(Key with { Endpoint = "f" }));
        Assert.NotSame(limit, Limit(Key with { Credential = "d" }));
        Assert.NotSame(limit, Limit(Key with { Resource = "r" }));
    }

    [Fact]
    public void An_unused_limit_is_removed_and_a_used_limit_is_kept()
    {
        var used = Limit(Key);
        var unused = Limit(Key with { Resource = "r" });
        for (var minute = 0; minute < 60; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.Same(used, Limit(Key));
        }
        Assert.NotSame(unused, Limit(Key with { Resource = "r" }));
    }

    private RateLimit Limit(RateLimitKey key) => RateLimit.Of(key, 5, isOn: true, _time);

    private RateLimit Limit(double requestsPerSecond, bool isOn = true) => new(requestsPerSecond, isOn, _time);

    private async Task<DateTimeOffset> TurnAsync(RateLimit limit)
    {
        await limit.WaitAsync(CancellationToken.None);
        return _time.GetUtcNow();
    }

    private Task PassTimeUntilAsync(List<Task<DateTimeOffset>> calls) => Eventually.IsAsync(() =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(10));
        return calls.TrueForAll(call => call.IsCompletedSuccessfully);
    });

    private static List<Task> Waits(RateLimit limit, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => limit.WaitAsync(CancellationToken.None).AsTask())];

    // Waits for the calls, because they complete on another thread.
    private static async Task DoneAsync(int expected, List<Task> calls)
    {
        await Eventually.IsAsync(() => Done(calls) >= expected);
        Assert.Equal(expected, Done(calls));
    }

    private static int Done(List<Task> calls) => calls.Count(call => call.IsCompletedSuccessfully);

    // Runs an action when the code under test next reads the clock. The action does what another thread could do at that moment.
    private sealed class InterruptedTime : FakeTimeProvider
    {
        public Action? BeforeNextRead { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var interrupt = BeforeNextRead;
            BeforeNextRead = null;
            interrupt?.Invoke();
            return base.GetUtcNow();
        }
    }
}
