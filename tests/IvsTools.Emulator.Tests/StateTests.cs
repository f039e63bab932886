using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

public sealed class StateTests : EmulatorTest
{
    [Theory]
    [InlineData("recordingConfigurationArn", "recording-configuration")]
    [InlineData("playbackRestrictionPolicyArn", "playback-restriction-policy")]
    [InlineData("adConfigurationArn", "ad-configuration")]
    public async Task A_channel_can_refer_only_to_existing_resources(string member, string kind)
    {
        var channel = Arn((await GoodAsync("CreateChannel", new()))["channel"]!);
        await RejectedAsync("ResourceNotFoundException", "CreateChannel", new() { [member] = $"{Missing}{kind}/none" });
        await RejectedAsync("ResourceNotFoundException", "UpdateChannel", new() { ["arn"] = channel, [member] = $"{Missing}{kind}/none" });
        await GoodAsync("UpdateChannel", new() { ["arn"] = channel, [member] = "" });
    }

    [Fact]
    public async Task An_update_changes_only_the_specified_members_but_a_failed_update_changes_nothing()
    {
        var request = new JsonObject { ["name"] = "a", ["type"] = "ADVANCED_HD", ["latencyMode"] = "NORMAL" };
        var made = (await GoodAsync("CreateChannel", request))["channel"]!;
        Assert.Equal("HIGHER_BANDWIDTH_DELIVERY", made["preset"]!.GetValue<string>());
        var basic = (await GoodAsync("UpdateChannel", new() { ["arn"] = Arn(made), ["type"] = "BASIC" }))["channel"]!;
        Assert.Equal(
            ("a", "NORMAL", ""),
            (basic["name"]!.GetValue<string>(), basic["latencyMode"]!.GetValue<string>(), basic["preset"]!.GetValue<string>()));
        var multitrack = new JsonObject { ["enabled"] = true, ["policy"] = "ALLOW", ["maximumResolution"] = "HD" };
        await RejectedAsync(
            "ValidationException",
            "UpdateChannel",
            new() { ["arn"] = Arn(made), ["name"] = "b", ["multitrackInputConfiguration"] = multitrack });
        Assert.Equal("a", (await GoodAsync("GetChannel", new() { ["arn"] = Arn(made) }))["channel"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"preset":"HIGHER_BANDWIDTH_DELIVERY"}""")]
    [InlineData("""{"type":"BASIC","preset":"CONSTRAINED_BANDWIDTH_DELIVERY"}""")]
    [InlineData("""{"multitrackInputConfiguration":{"enabled":true},"containerFormat":"FRAGMENTED_MP4"}""")]
    [InlineData("""{"multitrackInputConfiguration":{"enabled":true,"policy":"ALLOW","maximumResolution":"HD"}}""")]
    [InlineData(
        """{"multitrackInputConfiguration":"""
            + """{"enabled":true,"policy":"ALLOW","maximumResolution":"HD"},"containerFormat":"FRAGMENTED_MP4","type":"BASIC"}""")]
    public async Task Multitrack_input_requires_all_its_settings_and_a_supported_container_and_channel_type(string body) =>
        Assert.Equal("ValidationException", (await Client.PostAsync("CreateChannel", body)).Error);

    [Fact]
    public async Task A_live_channel_cannot_be_changed_and_a_deleted_channel_loses_its_sessions()
    {
        var request = new JsonObject { ["arn"] = await LiveChannelAsync() };
        var session = new JsonObject { ["channelArn"] = request["arn"]!.GetValue<string>() };
        await RejectedAsync("ConflictException", "UpdateChannel", request);
        await RejectedAsync("ConflictException", "DeleteChannel", request);
        await GoodAsync("StopStream", session);
        await RejectedAsync("ChannelNotBroadcasting", "StopStream", session);
        Assert.NotNull((await GoodAsync("GetStreamSession", session))["streamSession"]!["endTime"]);
        await GoodAsync("DeleteChannel", request);
        await RejectedAsync("ResourceNotFoundException", "GetStreamSession", session);
    }

    [Fact]
    public async Task Starting_a_stream_requires_a_stream_key_but_deleting_the_key_does_not_end_the_stream()
    {
        var made = await GoodAsync("CreateChannel");
        var (arn, key) = (Arn(made["channel"]!), Arn(made["streamKey"]!));
        Emulator.Streams.Start(arn);
        await GoodAsync("DeleteStreamKey", new() { ["arn"] = key });
        await GoodAsync("GetStream", new() { ["channelArn"] = arn });
        await GoodAsync("StopStream", new() { ["channelArn"] = arn });
        var (status, body) = await ControlAsync("POST", $"channels/{arn}/stream", "{}");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("stream key", Text(body!, "message"), StringComparison.Ordinal);
        Assert.Contains("stream key", Assert.ThrowsAny<Exception>(() => Emulator.Streams.Start(arn)).Message, StringComparison.Ordinal);
        await RejectedAsync("ChannelNotBroadcasting", "GetStream", new() { ["channelArn"] = arn });
        await GoodAsync("CreateStreamKey", new() { ["channelArn"] = arn });
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", $"channels/{arn}/stream", "{}")).Status);
        await GoodAsync("GetStream", new() { ["channelArn"] = arn });
    }

    [Fact]
    public async Task Each_channel_has_one_ad_break_at_a_time()
    {
        var ads = Arn((await GoodAsync("CreateAdConfiguration", GoodRequest.For("CreateAdConfiguration")))["adConfiguration"]!);
        var one = await LiveChannelAsync(new() { ["adConfigurationArn"] = ads });
        var other = await LiveChannelAsync(new() { ["adConfigurationArn"] = ads });
        var without = await LiveChannelAsync();
        await GoodAsync("InsertAdBreak", Break(one));
        await RejectedAsync("ConflictException", "InsertAdBreak", Break(one));
        await GoodAsync("InsertAdBreak", Break(other));
        await RejectedAsync("ConflictException", "InsertAdBreak", Break(without));
        Emulator.AdvanceClock(TimeSpan.FromSeconds(20));
        await RejectedAsync("ConflictException", "InsertAdBreak", Break(one));
        Emulator.AdvanceClock(TimeSpan.FromSeconds(10));
        await GoodAsync("InsertAdBreak", Break(one));
        // An ad break ends with its stream.
        Emulator.Streams.End(one);
        Emulator.Streams.Start(one);
        await GoodAsync("InsertAdBreak", Break(one));

        static JsonObject Break(string channel) => new() { ["channelArn"] = channel, ["durationSeconds"] = 30 };
    }

    [Fact]
    public async Task An_ad_configuration_and_the_container_format_FRAGMENTED_MP4_cannot_be_combined()
    {
        var ads = Arn((await GoodAsync("CreateAdConfiguration", GoodRequest.For("CreateAdConfiguration")))["adConfiguration"]!);
        await RejectedAsync(
            "ValidationException", "CreateChannel", new() { ["adConfigurationArn"] = ads, ["containerFormat"] = "FRAGMENTED_MP4" });
        var withAds = await ChannelAsync(new() { ["adConfigurationArn"] = ads });
        var fragmented = await ChannelAsync(new() { ["containerFormat"] = "FRAGMENTED_MP4" });
        await RejectedAsync("ValidationException", "UpdateChannel", new() { ["arn"] = withAds, ["containerFormat"] = "FRAGMENTED_MP4" });
        await RejectedAsync("ValidationException", "UpdateChannel", new() { ["arn"] = fragmented, ["adConfigurationArn"] = ads });
        await GoodAsync("UpdateChannel", new() { ["arn"] = withAds, ["adConfigurationArn"] = "", ["containerFormat"] = "FRAGMENTED_MP4" });
    }

    [Fact]
    public async Task A_channel_keeps_its_newest_500_sessions()
    {
        var arn = await ChannelAsync();
        var channel = new JsonObject { ["channelArn"] = arn };
        Emulator.Streams.Start(arn);
        var first = (await GoodAsync("GetStreamSession", channel))["streamSession"]!["streamId"]!.GetValue<string>();
        for (var i = 1; i < 500; i++)
        {
            Emulator.Streams.End(arn);
            Emulator.Streams.Start(arn);
        }
        var named = new JsonObject { ["channelArn"] = arn, ["streamId"] = first };
        await GoodAsync("GetStreamSession", named);
        Emulator.Streams.End(arn);
        Emulator.Streams.Start(arn);
        await RejectedAsync("ResourceNotFoundException", "GetStreamSession", named);
        var listed = 0;
        string? token = null;
        do
        {
            var page = await GoodAsync("ListStreamSessions", new JsonObject { ["channelArn"] = arn, ["nextToken"] = token });
            listed += page["streamSessions"]!.AsArray().Count;
            token = page["nextToken"]?.GetValue<string>();
        }
        while (token is not null);
        Assert.Equal(500, listed);
    }

    [Theory]
    [InlineData(248, 498, "Session Created")]
    [InlineData(249, 500, "Session Created")]
    [InlineData(250, 500, "Starvation Start")]
    public async Task A_session_returns_its_newest_500_events(int starvations, int events, string oldest)
    {
        var arn = await LiveChannelAsync();
        for (var i = 0; i < starvations; i++)
        {
            Emulator.Streams.Change(arn, "STARVING");
            Emulator.Streams.Change(arn, "HEALTHY");
        }
        var shown = (await GoodAsync("GetStreamSession", new() { ["channelArn"] = arn }))["streamSession"]!["truncatedEvents"]!.AsArray();
        Assert.Equal(events, shown.Count);
        Assert.Equal("Starvation End", Text(shown[0]!, "name"));
        Assert.Equal(oldest, Text(shown[^1]!, "name"));
    }

    [Fact]
    public async Task A_stopped_stream_ends_after_the_specified_number_of_reads_unless_it_is_started_again()
    {
        Emulator.Faults.ReadsUntilSettled = 1;
        var arn = await LiveChannelAsync();
        var channel = new JsonObject { ["channelArn"] = arn };
        await GoodAsync("StopStream", channel);
        await GoodAsync("GetStream", channel);
        await RejectedAsync("ChannelNotBroadcasting", "GetStream", channel);
        Emulator.Streams.Start(arn);
        await GoodAsync("StopStream", channel);
        Emulator.Streams.Start(arn);
        for (var i = 0; i < 3; i++)
            await GoodAsync("GetStream", channel);
    }

    [Fact]
    public async Task ListStreams_completes_the_pending_stop_of_a_stream_but_not_the_pending_creation_of_a_recording_configuration()
    {
        Emulator.Faults.ReadsUntilSettled = 1;
        var created = await GoodAsync("CreateRecordingConfiguration", GoodRequest.For("CreateRecordingConfiguration"));
        var recording = new JsonObject { ["arn"] = Arn(created["recordingConfiguration"]!) };
        var channel = new JsonObject { ["channelArn"] = await LiveChannelAsync() };
        await GoodAsync("StopStream", channel);
        for (var i = 0; i < 3; i++)
            await GoodAsync("ListStreams");
        await RejectedAsync("ChannelNotBroadcasting", "GetStream", channel);
        var read = (await GoodAsync("GetRecordingConfiguration", recording))["recordingConfiguration"]!;
        Assert.Equal("CREATING", Text(read, "state"));
    }

    [Fact]
    public async Task PutMetadata_is_limited_to_five_requests_per_second_for_each_channel()
    {
        var (busy, calm) = (await LiveChannelAsync(), await LiveChannelAsync());
        var responses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
            responses.Add((await Client.PostAsync("PutMetadata", $$"""{"channelArn":"{{busy}}","metadata":"{{i}}"}""")).Status);
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.NoContent, 5), responses.Take(5));
        Assert.Contains(HttpStatusCode.TooManyRequests, responses);
        await GoodAsync("PutMetadata", new() { ["channelArn"] = calm, ["metadata"] = new string('é', 512) });
        await RejectedAsync("ValidationException", "PutMetadata", new() { ["channelArn"] = calm, ["metadata"] = new string('é', 513) });
    }

    [Fact]
    public async Task PutMetadata_is_not_throttled_after_a_reset_has_moved_the_clock_back()
    {
        await ChannelAsync();
        Emulator.AdvanceClock(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", "reset")).Status);
        await GoodAsync("PutMetadata", new() { ["channelArn"] = await LiveChannelAsync(), ["metadata"] = "1" });
    }

    [Theory]
    [InlineData("channels/none/stream", "{}", 404)]
    [InlineData("channels/CHANNEL/stream", """{"state":"LIVE","health":"STARVING","viewerCount":7}""", 200)]
    [InlineData("channels/CHANNEL/stream", """{"state":"FAILED"}""", 200)]
    [InlineData("channels/CHANNEL/stream", """{"state":"ASLEEP"}""", 400)]
    [InlineData("channels/CHANNEL/stream", """{"health":"ILL"}""", 400)]
    [InlineData("channels/CHANNEL/stream", """{"viewerCount":"many"}""", 400)]
    [InlineData("recording-configurations/none", """{"state":"ACTIVE"}""", 404)]
    [InlineData("recording-configurations/none", """{"state":"BROKEN"}""", 400)]
    [InlineData("faults", """{"readsUntilSettled":2,"failRecordingConfigurations":true}""", 200)]
    [InlineData("faults", """{"readsUntilSettled":"two"}""", 400)]
    public async Task The_control_routes_reject_unknown_resources_and_values(string path, string body, int status)
    {
        var id = (await LiveChannelAsync()).Split('/')[^1];
        Assert.Equal(status, (int)(await ControlAsync("POST", path.Replace("CHANNEL", id, StringComparison.Ordinal), body)).Status);
    }
}
