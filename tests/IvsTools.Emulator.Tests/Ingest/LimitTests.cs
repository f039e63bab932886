using IvsTools.Emulator.Ingest;
using static IvsTools.Emulator.Tests.Ingest.TestMedia;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Tests the limits of a connection, and connections of clients that are not encoders.</summary>
public sealed class LimitTests : IngestTest
{
    [Fact]
    public async Task A_connection_that_does_not_publish_within_10_seconds_is_closed()
    {
        using var silent = await RtmpClient.OpenAsync(IngestUrl);
        using var connected = await RtmpClient.ConnectAsync(IngestUrl);
        Time.Advance(IngestLimits.UntilPublished - TimeSpan.FromSeconds(1));
        // A deleteStream command without a stream does not extend the time limit.
        await connected.CommandAsync("deleteStream", null, 1);
        await connected.SyncAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await silent.ClosedAsync();
        Assert.Contains("10 seconds", (await connected.StatusAsync())?.Description, StringComparison.Ordinal);
        await connected.ClosedAsync();
        Assert.All([Event(before: 0), Event(before: 1)], record => Assert.Equal(IngestReason.TimedOut, record.Reason));
    }

    [Fact]
    public async Task A_stream_without_data_for_30_seconds_ends()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        Time.Advance(IngestLimits.WithoutData - TimeSpan.FromSeconds(1));
        await encoder.MediaAsync(Video, AvcSettings);
        await encoder.SyncAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        Time.Advance(IngestLimits.WithoutData - TimeSpan.FromSeconds(1));
        await encoder.SyncAsync();
        Assert.True(await IsLiveAsync(arn));
        Time.Advance(TimeSpan.FromSeconds(1));
        await encoder.ClosedAsync();
        Assert.False(await IsLiveAsync(arn));
        Assert.Equal(IngestReason.TimedOut, Event(before: 1).Reason);
        Assert.Contains("Starvation Start", await EventsAsync(arn));
    }

    [Fact]
    public async Task The_media_of_an_ended_stream_is_removed_even_if_no_request_arrives()
    {
        var media = await PublishedAsync();
        // Removes the local references to the object from the stack. IsReachable uses a weak reference.
        await Task.Yield();
        Assert.True(IsReachable(media));
        Time.Advance(TimeSpan.FromMinutes(1));
        Time.Advance(IngestLimits.BetweenChecks);
        Assert.False(IsReachable(media));
    }

    private static bool IsReachable(WeakReference media)
    {
        GC.Collect();
        return media.IsAlive;
    }

    // A separate method, so that only the emulator refers to the media after the method returns.
    private async Task<WeakReference> PublishedAsync()
    {
        var (arn, key) = await IngestChannelAsync();
        using (await RtmpClient.PublishAsync(IngestUrl, key))
        {
        }
        Event(before: 1);
        await Eventually.IsAsync(() => !SinkOf(arn).IsPublishing);
        return new WeakReference(SinkOf(arn));
    }

    [Fact]
    public async Task A_connection_is_closed_if_too_many_are_open()
    {
        var open = new List<RtmpClient>();
        for (var i = 0; i < IngestLimits.Connections; i++)
        {
            open.Add(await RtmpClient.OpenAsync(IngestUrl));
            await open[^1].ShakeHandsAsync();
        }
        using var another = await RtmpClient.OpenAsync(IngestUrl);
        await another.ClosedAsync();
        Assert.Equal(IngestReason.TooManyConnections, Event(before: 0).Reason);
        open.ForEach(client => client.Dispose());
        var (_, key) = await IngestChannelAsync();
        await Eventually.IsAsync(() => CanPublish(key));
    }

    [Fact]
    public async Task A_rejected_connection_is_closed_even_if_the_event_handler_fails()
    {
        Emulator.EncoderChanged += (_, _) => throw new InvalidOperationException("The handler failed.");
        var open = new List<RtmpClient>();
        for (var i = 0; i <= IngestLimits.Connections; i++)
            open.Add(await RtmpClient.OpenAsync(IngestUrl));
        await open[^1].ClosedAsync();
        open.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("G")]
    [InlineData("\u0006")]
    [InlineData("\u0016\u0003\u0001")]
    [InlineData("\u0016\u0003\u0001\u0000\u0005hello")]
    public async Task Bytes_of_another_protocol_are_rejected(string first)
    {
        using var client = await RtmpClient.OpenAsync(IngestUrl);
        await client.SendAsync([.. first.Select(c => (byte)c), .. new byte[2000]]);
        await client.ClosedAsync();
        Assert.Equal((IngestAction.Rejected, IngestReason.InvalidData), (Event(before: 0).Action, Event(before: 0).Reason));
    }

    [Fact]
    public async Task A_connection_without_data_does_not_cause_an_event()
    {
        (await RtmpClient.OpenAsync(IngestUrl)).Dispose();
        var (_, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        Assert.Equal(IngestAction.Started, Event(before: 0).Action);
    }

    [Fact]
    public async Task A_message_that_exceeds_its_limit_is_rejected_before_its_content_arrives()
    {
        var (arn, key) = await IngestChannelAsync();
        using (var encoder = await RtmpClient.PublishAsync(IngestUrl, key))
        {
            // The first message has the maximum length. The header of the second message specifies one byte more.
            await encoder.SendAsync(
                [.. Chunks.Basic(0, 6), 0, 0, 0, .. Chunks.UInt24(IngestLimits.MediaMessage), Video, 1, 0, 0, 0, .. new byte[128]]);
            await encoder.SyncAsync();
            await encoder.SendAsync([.. Chunks.Basic(0, 7), 0, 0, 0, .. Chunks.UInt24(IngestLimits.MediaMessage + 1), Video, 1, 0, 0, 0]);
            Assert.Contains($"{IngestLimits.MediaMessage}", (await encoder.StatusAsync())?.Description, StringComparison.Ordinal);
            await encoder.ClosedAsync();
        }
        Assert.Equal(IngestReason.InvalidData, Event(before: 1).Reason);
        Assert.Contains("Stream Failure", await EventsAsync(arn));
        await RejectedAsync([.. Chunks.Basic(0, 7), 0, 0, 0, .. Chunks.UInt24(IngestLimits.OtherMessage + 1), 20, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task Incomplete_messages_of_many_chunk_streams_share_a_limit()
    {
        var (_, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.SendAsync(Chunks.Message(1, Chunks.UInt32(int.MaxValue), chunkStream: 2));
        // Each message lacks its last byte.
        var content = new byte[IngestLimits.MediaMessage];
        await encoder.SendAsync(Chunks.Message(1, Chunks.UInt32((uint)content.Length - 1), chunkStream: 2, chunkSize: int.MaxValue));
        for (var chunkStream = 10; chunkStream < 13; chunkStream++)
        {
            var message = Chunks.Message(Video, content, 0, 1, chunkStream, content.Length - 1);
            try
            {
                await encoder.SendAsync(message[..^2]);
            }
            catch (IOException)
            {
                // The connection is already closed.
            }
        }
        await encoder.ClosedAsync();
        Assert.Equal(IngestReason.InvalidData, Event(before: 1).Reason);
        Assert.Contains("all chunk streams", Event(before: 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_with_too_many_chunk_streams_is_closed()
    {
        using var client = await RtmpClient.ConnectAsync(IngestUrl);
        for (var i = 0; i < IngestLimits.ChunkStreams - 2; i++)
            await client.SendAsync(Chunks.Message(3, Chunks.UInt32(0), chunkStream: 100 + i));
        await client.SyncAsync();
        await client.SendAsync(Chunks.Message(3, Chunks.UInt32(0), chunkStream: 99));
        await client.ClosedAsync();
        Assert.Equal(IngestReason.InvalidData, Event(before: 0).Reason);
    }

    [Fact]
    public async Task The_depth_and_the_number_of_AMF_values_are_limited()
    {
        await AcceptedAsync(Amf.Of("echo", 1, Nested(IngestLimits.AmfDepth)));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, Nested(IngestLimits.AmfDepth + 1))));
        byte[] many = [10, .. Chunks.UInt32(IngestLimits.AmfValues), .. Enumerable.Repeat((byte)5, IngestLimits.AmfValues)];
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, many)));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, new byte[] { 10, 0xFF, 0xFF, 0xFF, 0xFF })));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, new byte[] { 12, 0xFF, 0xFF, 0xFF, 0xFF })));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, new byte[] { 7, 0, 0 })));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, new byte[] { 3, 0, 1, 65, 2 })));
        await RejectedAsync(Chunks.Message(20, Amf.Of("echo", 1, new byte[] { 3, 0, 0 })));
        await RejectedAsync(Chunks.Message(20, Amf.Of(1)));
        await RejectedAsync(Chunks.Message(20, []));
    }

    [Theory]
    [InlineData("other", false)]
    [InlineData("", false)]
    [InlineData("app/instance", false)]
    [InlineData("/app/", true)]
    public async Task Only_the_application_name_of_the_service_is_accepted(string application, bool isAccepted)
    {
        using var client = await RtmpClient.OpenAsync(IngestUrl);
        await client.ShakeHandsAsync();
        await client.CommandAsync("connect", new Dictionary<string, object?> { ["app"] = application });
        if (isAccepted)
        {
            await client.SyncAsync();
            return;
        }
        Assert.Equal("error", (await client.StatusAsync())?.Level);
        await client.ClosedAsync();
        Assert.Contains("/app/", Event(before: 0).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_play_command_and_commands_before_the_connect_command_are_rejected()
    {
        await RejectedAsync(Chunks.Message(20, Amf.Of("play", 0, null, "studio")));
        using var client = await RtmpClient.OpenAsync(IngestUrl);
        await client.ShakeHandsAsync();
        await client.CommandAsync("createStream", (object?)null);
        await client.ClosedAsync();
        Assert.Equal(IngestReason.InvalidData, Event(before: 1).Reason);
    }

    [Fact]
    public async Task A_second_stream_on_a_connection_is_rejected()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.CommandAsync("publish", null, key, "live");
        Assert.Equal("NetStream.Publish.Rejected", (await encoder.StatusAsync())?.Code);
        await encoder.ClosedAsync();
        Assert.False(await IsLiveAsync(arn));
    }

    [Fact]
    public async Task Unsupported_messages_and_commands_are_ignored()
    {
        await AcceptedAsync(Amf.Of("_checkbw", 1, null));
        using var client = await RtmpClient.ConnectAsync(IngestUrl);
        await client.SendAsync(Chunks.Message(99, [1, 2, 3]));
        await client.SendAsync(Chunks.Message(4, [0, 3], chunkStream: 2));
        await client.MediaAsync(Video, [0x9C]);
        await client.CommandAsync("deleteStream", null, 1);
        await client.SyncAsync();
        Assert.Empty(Emulator.IngestRecords);
    }

    [Fact]
    public async Task Encoders_are_not_accepted_without_an_ingest_port()
    {
        using var emulator = EmulatorServer.Start();
        Assert.Null(emulator.IngestUrl);
        Assert.Empty(emulator.IngestRecords);
        using var client = new SignedClient(emulator);
        var (_, _, created) = await client.PostAsync("CreateChannel", "{}");
        Assert.EndsWith(".live-video.net", Text(created["channel"]!, "ingestEndpoint"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_causes_an_error()
    {
        var port = new Uri(IngestUrl).Port;
        var error = Assert.Throws<EmulatorPortException>(() => EmulatorServer.Start(new EmulatorOptions { IngestPort = port }));
        Assert.Contains($"{port}", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Nested(int depth) =>
        [.. Enumerable.Repeat<byte[]>([10, 0, 0, 0, 1], depth).SelectMany(array => array), 5];

    private bool CanPublish(string key)
    {
        try
        {
            using var encoder = RtmpClient.ConnectAsync(IngestUrl).GetAwaiter().GetResult();
            return encoder.PublishAsync(key).GetAwaiter().GetResult() == "NetStream.Publish.Start";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task AcceptedAsync(byte[] command)
    {
        using var client = await RtmpClient.ConnectAsync(IngestUrl);
        await client.SendAsync(Chunks.Message(20, command));
        await client.SyncAsync();
    }

    private async Task RejectedAsync(byte[] message)
    {
        var before = Emulator.IngestRecords.Count;
        using var client = await RtmpClient.ConnectAsync(IngestUrl);
        await client.SendAsync(message);
        Assert.Equal("NetStream.Publish.Rejected", (await client.StatusAsync())?.Code);
        await client.ClosedAsync();
        Assert.Equal((IngestAction.Rejected, IngestReason.InvalidData), (Event(before).Action, Event(before).Reason));
    }
}
