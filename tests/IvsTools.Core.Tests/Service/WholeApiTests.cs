using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

public class WholeApiTests : EmulatedService
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Waiting_ends_when_the_expected_state_is_reached()
    {
        var arn = await LiveChannelAsync();
        Emulator.Faults.ReadsUntilSettled = 1;
        await Streams.StopAsync(Context, arn, Limit, CancellationToken.None);
        Assert.Null(Context.Status);
        Assert.Equal("ChannelNotBroadcasting", (await Rejected(Operations.GetStream, new(arn))).ErrorCode);
    }

    [Fact]
    public async Task Waiting_reports_its_progress_and_ends_when_it_is_canceled()
    {
        var arn = await LiveChannelAsync();
        Emulator.Faults.ReadsUntilSettled = int.MaxValue;
        using var stop = new CancellationTokenSource();
        var waiting = Streams.StopAsync(Context, arn, Limit, stop.Token);
        await Eventually.IsAsync(() => Context.Status is not null);
        Assert.StartsWith($"Waiting until {arn} is not live", Context.Status, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Null(Context.Status);
    }

    [Fact]
    public async Task Waiting_ends_at_its_time_limit_or_after_a_service_error()
    {
        var arn = await LiveChannelAsync();
        Emulator.Faults.ReadsUntilSettled = int.MaxValue;
        var late = await Assert.ThrowsAsync<IvsServiceException>(
            () => Streams.StopAsync(Context, arn, TimeSpan.FromMilliseconds(300), CancellationToken.None));
        Assert.Equal(IvsErrorCode.WaitTimeout, late.ErrorCode);
        Emulator.Faults.Fail("StopStream", "AccessDeniedException");
        var rejected = await Assert.ThrowsAsync<IvsServiceException>(() => Streams.StopAsync(Context, arn, Limit, CancellationToken.None));
        Assert.Equal("AccessDeniedException", rejected.ErrorCode);
    }

    [Fact]
    public async Task Waiting_ends_if_the_encoder_reconnects()
    {
        var arn = await LiveChannelAsync();
        Emulator.Faults.ReadsUntilSettled = int.MaxValue;
        var waiting = Streams.StopAsync(Context, arn, Limit, CancellationToken.None);
        await Eventually.IsAsync(() => Context.Status is not null);
        Emulator.Streams.End(arn);
        Emulator.Streams.Start(arn);
        await waiting;
        Assert.Equal(arn, (await Send(Operations.GetStream, new(arn))).Stream!.ChannelArn);
    }

    [Fact]
    public async Task Tags_are_removed_in_one_call_unless_URL_encoding_changes_the_sort_order_of_their_keys()
    {
        var arn = (await Send(Operations.CreateChannel, new())).Channel!.Arn!;
        string[] plain = ["b", "a", "a/c"];
        await ResourceTags.RemoveAsync(Context, arn, plain, CancellationToken.None);
        Assert.Single(Emulator.Requests, r => r.Operation == "UntagResource");
        string[] mixed = ["a", "é", "-", "/", "𐐷"];
        await Send(Operations.TagResource, new(arn, mixed.ToDictionary(key => key, _ => "x")));
        await ResourceTags.RemoveAsync(Context, arn, mixed, CancellationToken.None);
        Assert.Empty((await Send(Operations.ListTagsForResource, new(arn))).Tags!);
    }

    private async Task<string> LiveChannelAsync()
    {
        var arn = (await Send(Operations.CreateChannel, new())).Channel!.Arn!;
        Emulator.Streams.Start(arn);
        return arn;
    }
}
