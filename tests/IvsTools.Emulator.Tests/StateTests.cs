using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>What follows from what: references, live channels, changes that take their time, limits of rate.</summary>
public sealed class StateTests : IDisposable
{
    private const string Missing = "arn:aws:ivs:us-west-2:123456789012:";
    private readonly EmulatorServer _emulator = EmulatorServer.Start();
    private readonly SignedClient _client;

    public StateTests() => _client = new SignedClient(_emulator);

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData("recordingConfigurationArn", "recording-configuration")]
    [InlineData("playbackRestrictionPolicyArn", "playback-restriction-policy")]
    [InlineData("adConfigurationArn", "ad-configuration")]
    public async Task A_channel_refers_to_what_exists_alone(string member, string kind)
    {
        var channel = Arn((await GoodAsync("CreateChannel", new()))["channel"]!);
        await RefusedAsync("ResourceNotFoundException", "CreateChannel", new() { [member] = $"{Missing}{kind}/none" });
        await RefusedAsync("ResourceNotFoundException", "UpdateChannel", new() { ["arn"] = channel, [member] = $"{Missing}{kind}/none" });
        await GoodAsync("UpdateChannel", new() { ["arn"] = channel, [member] = "" });
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_when_it_is_refused()
    {
        var made = (await GoodAsync("CreateChannel", new() { ["name"] = "a", ["type"] = "ADVANCED_HD", ["latencyMode"] = "NORMAL" }))["channel"]!;
        Assert.Equal("HIGHER_BANDWIDTH_DELIVERY", made["preset"]!.GetValue<string>());
        var basic = (await GoodAsync("UpdateChannel", new() { ["arn"] = Arn(made), ["type"] = "BASIC" }))["channel"]!;
        Assert.Equal(("a", "NORMAL", ""), (basic["name"]!.GetValue<string>(), basic["latencyMode"]!.GetValue<string>(), basic["preset"]!.GetValue<string>()));
        var multitrack = new JsonObject { ["enabled"] = true, ["policy"] = "ALLOW", ["maximumResolution"] = "HD" };
        await RefusedAsync("ValidationException", "UpdateChannel", new() { ["arn"] = Arn(made), ["name"] = "b", ["multitrackInputConfiguration"] = multitrack });
        Assert.Equal("a", (await GoodAsync("GetChannel", new() { ["arn"] = Arn(made) }))["channel"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"multitrackInputConfiguration":{"enabled":true},"containerFormat":"FRAGMENTED_MP4"}""")]
    [InlineData("""{"multitrackInputConfiguration":{"enabled":true,"policy":"ALLOW","maximumResolution":"HD"}}""")]
    [InlineData("""{"multitrackInputConfiguration":{"enabled":true,"policy":"ALLOW","maximumResolution":"HD"},"containerFormat":"FRAGMENTED_MP4","type":"BASIC"}""")]
    public async Task Multitrack_input_needs_its_settings_a_container_and_a_type(string body) =>
        Assert.Equal("ValidationException", (await _client.PostAsync("CreateChannel", body)).Error);

    [Fact]
    public async Task A_live_channel_is_neither_changed_nor_deleted_and_its_sessions_go_with_it()
    {
        var request = new JsonObject { ["arn"] = await LiveChannelAsync() };
        var session = new JsonObject { ["channelArn"] = request["arn"]!.GetValue<string>() };
        await RefusedAsync("ConflictException", "UpdateChannel", request);
        await RefusedAsync("ConflictException", "DeleteChannel", request);
        await GoodAsync("StopStream", session);
        await RefusedAsync("ChannelNotBroadcasting", "StopStream", session);
        Assert.NotNull((await GoodAsync("GetStreamSession", session))["streamSession"]!["endTime"]);
        await GoodAsync("DeleteChannel", request);
        await RefusedAsync("ResourceNotFoundException", "GetStreamSession", session);
    }

    [Fact]
    public async Task A_stream_ends_after_as_many_looks_as_asked_for_unless_the_encoder_comes_back()
    {
        _emulator.Faults.LooksUntilSettled = 1;
        var arn = await LiveChannelAsync();
        var channel = new JsonObject { ["channelArn"] = arn };
        await GoodAsync("StopStream", channel);
        await GoodAsync("GetStream", channel);
        await RefusedAsync("ChannelNotBroadcasting", "GetStream", channel);
        _emulator.Streams.Start(arn);
        await GoodAsync("StopStream", channel);
        _emulator.Streams.Start(arn);
        for (var look = 0; look < 3; look++)
            await GoodAsync("GetStream", channel);
    }

    [Fact]
    public async Task Metadata_is_five_a_second_and_channel()
    {
        var (busy, calm) = (await LiveChannelAsync(), await LiveChannelAsync());
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
            answers.Add((await _client.PostAsync("PutMetadata", $$"""{"channelArn":"{{busy}}","metadata":"{{i}}"}""")).Status);
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.NoContent, 5), answers.Take(5));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await GoodAsync("PutMetadata", new() { ["channelArn"] = calm, ["metadata"] = new string('é', 512) });
        await RefusedAsync("ValidationException", "PutMetadata", new() { ["channelArn"] = calm, ["metadata"] = new string('é', 513) });
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
    [InlineData("faults", """{"looksUntilSettled":2,"failRecordingConfigurations":true}""", 200)]
    [InlineData("faults", """{"looksUntilSettled":"two"}""", 400)]
    public async Task The_control_route_says_what_it_does_not_know(string path, string body, int status)
    {
        using var http = new HttpClient();
        var id = (await LiveChannelAsync()).Split('/')[^1];
        var answer = await http.PostAsync(new Uri($"{_emulator.Url}/_emulator/{path.Replace("CHANNEL", id, StringComparison.Ordinal)}"), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static string Arn(JsonNode resource) => resource["arn"]!.GetValue<string>();

    private async Task<string> LiveChannelAsync()
    {
        var arn = Arn((await GoodAsync("CreateChannel", new()))["channel"]!);
        _emulator.Streams.Start(arn);
        return arn;
    }

    private async Task<JsonObject> GoodAsync(string operation, JsonObject request)
    {
        var (status, error, body) = await _client.PostAsync(operation, request.ToJsonString());
        Assert.True((int)status < 300, $"{operation}: {error}");
        return body;
    }

    private async Task RefusedAsync(string code, string operation, JsonObject request) =>
        Assert.Equal(code, (await _client.PostAsync(operation, request.ToJsonString())).Error);
}
