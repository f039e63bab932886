using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Tests how an encoder publishes with a stream key, and how its stream ends.</summary>
public sealed class PublishTests : IngestTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_channel_is_live_until_its_encoder_ends_the_stream(bool secure)
    {
        var (arn, key) = await IngestChannelAsync(insecure: !secure);
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key, secure);
        Assert.True(await IsLiveAsync(arn));
        await encoder.CommandAsync("FCUnpublish", null, key);
        await encoder.CommandAsync("deleteStream", null, 1);
        await encoder.SyncAsync();
        Assert.False(await IsLiveAsync(arn));
        Assert.Equal(["Session Created", "Stream Start", "Stream End", "Session Ended"], await EventsAsync(arn));
        Assert.Equal([IngestAction.Started, IngestAction.Ended], Emulator.IngestRecords.Select(record => record.Action));
        Assert.All(Emulator.IngestRecords, record => Assert.Equal((arn, secure), (record.ChannelArn, record.IsSecure)));
        Assert.Equal(Text(await SessionAsync(arn), "streamId"), Emulator.IngestRecords[1].StreamId);
    }

    [Fact]
    public async Task The_events_of_an_encoder_have_the_time_of_the_emulator()
    {
        var (arn, key) = await IngestChannelAsync();
        Emulator.AdvanceClock(TimeSpan.FromHours(1));
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        Assert.Equal(Text(await SessionAsync(arn), "startTime"), Event(before: 0).Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }

    [Fact]
    public async Task A_lost_connection_ends_the_stream()
    {
        var (arn, key) = await IngestChannelAsync();
        using (await RtmpClient.PublishAsync(IngestUrl, key))
            Assert.True(await IsLiveAsync(arn));
        Assert.Equal(IngestReason.Disconnected, Event(before: 1).Reason);
        Assert.False(await IsLiveAsync(arn));
        Assert.Equal("Session Ended", (await EventsAsync(arn)).Last());
    }

    [Fact]
    public async Task An_encoder_can_publish_again_on_the_same_connection()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.CommandAsync("deleteStream", null, 1);
        Assert.Equal("NetStream.Publish.Start", await encoder.PublishAsync(key));
        Assert.True(await IsLiveAsync(arn));
        Assert.Equal(
            2, (await GoodAsync("ListStreamSessions", new JsonObject { ["channelArn"] = arn }))["streamSessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_final_slash_in_the_path_is_ignored_and_so_are_settings_after_the_stream_key()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.ConnectAsync(IngestUrl, application: "app/");
        Assert.Equal("NetStream.Publish.Start", await encoder.PublishAsync(key + "?bandwidthtest=true"));
        Assert.True(await IsLiveAsync(arn));
    }

    [Fact]
    public async Task A_stream_key_is_rejected_if_it_is_unknown_or_deleted_or_reset()
    {
        var (arn, key) = await IngestChannelAsync();
        var keyArn = Arn((await GoodAsync("ListStreamKeys", new JsonObject { ["channelArn"] = arn }))["streamKeys"]![0]!);
        await RejectedAsync(key[..^1], "NetStream.Publish.Denied", IngestReason.UnknownStreamKey);
        await RejectedAsync(string.Empty, "NetStream.Publish.Denied", IngestReason.UnknownStreamKey);
        await GoodAsync("DeleteStreamKey", new JsonObject { ["arn"] = keyArn });
        await RejectedAsync(key, "NetStream.Publish.Denied", IngestReason.UnknownStreamKey);
        var created = await GoodAsync("CreateStreamKey", new JsonObject { ["channelArn"] = arn });
        await RejectedAsync(key, "NetStream.Publish.Denied", IngestReason.UnknownStreamKey);
        Assert.False(await IsLiveAsync(arn));
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, Text(created["streamKey"]!, "value"));
        Assert.DoesNotContain(key[..^1], JsonSerializer.Serialize(Emulator.IngestRecords), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_channel_rejects_another_encoder()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await RejectedAsync(key, "NetStream.Publish.BadName", IngestReason.ChannelLive);
        Assert.True(await IsLiveAsync(arn));
        var (simulated, otherKey) = await IngestChannelAsync();
        Emulator.Streams.Start(simulated);
        await RejectedAsync(otherKey, "NetStream.Publish.BadName", IngestReason.ChannelLive);
        Assert.True(await IsLiveAsync(simulated));
    }

    [Fact]
    public async Task An_insecure_connection_is_rejected_if_the_channel_does_not_allow_it()
    {
        var (arn, key) = await IngestChannelAsync(insecure: false);
        await RejectedAsync(key, "NetStream.Publish.Denied", IngestReason.InsecureConnection);
        Assert.Equal(arn, Emulator.IngestRecords[^1].ChannelArn);
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key, secure: true);
        Assert.True(await IsLiveAsync(arn));
    }

    [Fact]
    public async Task An_encoder_is_rejected_if_100_streams_are_live()
    {
        for (var i = 0; i < 100; i++)
            await LiveChannelAsync();
        var (_, key) = await IngestChannelAsync();
        await RejectedAsync(key, "NetStream.Publish.Rejected", IngestReason.QuotaExceeded);
    }

    [Fact]
    public async Task An_encoder_can_publish_again_after_StopStream_has_disconnected_it()
    {
        var (arn, key) = await IngestChannelAsync();
        for (var i = 1; i <= 3; i++)
        {
            using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
            await GoodAsync("StopStream", new JsonObject { ["channelArn"] = arn });
            Assert.False(await IsLiveAsync(arn));
            Assert.Equal("NetStream.Publish.Rejected", (await encoder.StatusAsync())?.Code);
            await encoder.ClosedAsync();
            Assert.Equal(IngestReason.Stopped, Event(before: 2 * i - 1).Reason);
        }
    }

    [Fact]
    public async Task A_stream_continues_after_its_key_is_deleted_but_its_encoder_cannot_start_again()
    {
        var (arn, key) = await IngestChannelAsync();
        var keyArn = Arn((await GoodAsync("ListStreamKeys", new JsonObject { ["channelArn"] = arn }))["streamKeys"]![0]!);
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await GoodAsync("DeleteStreamKey", new JsonObject { ["arn"] = keyArn });
        await encoder.SyncAsync();
        Assert.True(await IsLiveAsync(arn));
        await GoodAsync("StopStream", new JsonObject { ["channelArn"] = arn });
        await encoder.ClosedAsync();
        await RejectedAsync(key, "NetStream.Publish.Denied", IngestReason.UnknownStreamKey);
        Assert.False(await IsLiveAsync(arn));
    }

    [Theory]
    [InlineData("""{"state":"OFFLINE"}""", "Stream End")]
    [InlineData("""{"state":"FAILED"}""", "Stream Failure")]
    public async Task A_control_request_that_ends_the_stream_disconnects_the_encoder(string body, string ended)
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await ControlAsync("POST", $"channels/{arn}/stream", body);
        await encoder.ClosedAsync();
        Assert.Contains(ended, await EventsAsync(arn));
    }

    [Fact]
    public async Task A_delayed_stop_disconnects_the_encoder_when_it_takes_effect()
    {
        var (arn, key) = await IngestChannelAsync();
        Emulator.Faults.ReadsUntilSettled = 1;
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await GoodAsync("StopStream", new JsonObject { ["channelArn"] = arn });
        await encoder.SyncAsync();
        Assert.True(await IsLiveAsync(arn));
        Assert.False(await IsLiveAsync(arn));
        await encoder.ClosedAsync();
    }

    [Fact]
    public async Task Resetting_or_closing_the_emulator_disconnects_encoders()
    {
        var (_, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await ControlAsync("POST", "reset");
        await encoder.ClosedAsync();
        var (_, next) = await IngestChannelAsync();
        using var other = await RtmpClient.PublishAsync(IngestUrl, next);
        using var idle = await RtmpClient.OpenAsync(IngestUrl);
        Emulator.Dispose();
        await other.ClosedAsync();
        await idle.ClosedAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => RtmpClient.OpenAsync(IngestUrl));
    }

    [Fact]
    public async Task Encoders_that_compete_for_a_channel_publish_one_after_the_other()
    {
        const int encoders = 4;
        const int attempts = 40;
        var (arn, key) = await IngestChannelAsync();
        var channel = new JsonObject { ["channelArn"] = arn }.ToJsonString();
        await Task.WhenAll(Enumerable.Range(0, encoders).Select(async number =>
        {
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                using var encoder = await RtmpClient.ConnectAsync(IngestUrl);
                // Publishing fails if another encoder is live, or if another client stops the stream before the response arrives.
                if (await encoder.PublishAsync(key) is not "NetStream.Publish.Start")
                    continue;
                if ((attempt + number) % 3 == 0)
                    await Client.PostAsync("StopStream", channel);
                else if ((attempt + number) % 3 == 1)
                    await encoder.CommandAsync("deleteStream", null, 1);
            }
        }));
        await Eventually.IsAsync(() => Streams().Count % 2 == 0);
        using var last = await RtmpClient.PublishAsync(IngestUrl, key);
        Assert.True(await IsLiveAsync(arn));
        var streams = Streams();
        Assert.All(
            streams.Select((record, index) => (record, index)),
            entry => Assert.Equal(entry.index % 2 == 0 ? IngestAction.Started : IngestAction.Ended, entry.record.Action));
        Assert.All(streams.Chunk(2).SkipLast(1), pair => Assert.Equal(pair[0].StreamId, pair[1].StreamId));

        List<IngestRecord> Streams() => [.. Emulator.IngestRecords.Where(record => record.StreamId is not null)];
    }

    [Fact]
    public async Task A_control_route_returns_the_events_of_encoders_until_a_reset()
    {
        var (arn, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        Event(before: 0);
        var started = Assert.Single((await ControlAsync("GET", "encoders")).Body!.AsArray())!;
        Assert.Equal(("Started", arn), (Text(started, "action"), Text(started, "channelArn")));
        Assert.Null(started["reason"]);
        await RejectedAsync(key, "NetStream.Publish.BadName", IngestReason.ChannelLive);
        Assert.Equal("ChannelLive", Text((await ControlAsync("GET", "encoders")).Body![1]!, "reason"));
        await GoodAsync("StopStream", new JsonObject { ["channelArn"] = arn });
        await encoder.ClosedAsync();
        await ControlAsync("POST", "reset");
        Assert.Empty((await ControlAsync("GET", "encoders")).Body!.AsArray());
    }

    [Fact]
    public async Task The_encoder_sets_the_number_of_bytes_after_which_the_emulator_sends_an_acknowledgement()
    {
        const int window = 32 * 1024;
        var (_, key) = await IngestChannelAsync();
        using var encoder = await RtmpClient.PublishAsync(IngestUrl, key);
        await encoder.SendAsync(Chunks.Message(5, Chunks.UInt32(window), chunkStream: 2));
        await encoder.MediaAsync(TestMedia.Video, TestMedia.AvcSettings);
        await encoder.MediaAsync(TestMedia.Video, TestMedia.AvcFrame(isKey: true, size: window));
        (byte Type, byte[] Content)? message;
        do
            message = await encoder.ReadAsync();
        while (message is { Type: not 3 });
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(message!.Value.Content), (uint)window, 2u * window);
    }

    private async Task RejectedAsync(string key, string code, IngestReason reason)
    {
        var before = Emulator.IngestRecords.Count;
        using var encoder = await RtmpClient.ConnectAsync(IngestUrl);
        Assert.Equal(code, await encoder.PublishAsync(key));
        await encoder.ClosedAsync();
        var record = Event(before);
        Assert.Equal((IngestAction.Rejected, reason), (record.Action, record.Reason));
        Assert.Null(record.StreamId);
    }
}
