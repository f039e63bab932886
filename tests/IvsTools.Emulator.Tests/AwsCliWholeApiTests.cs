namespace IvsTools.Emulator.Tests;

public sealed class AwsCliWholeApiTests : AwsCliTest
{
    private const string Tailor = "playbackConfigurationArn=arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1";
    private const string Missing = "arn:aws:ivs:us-west-2:123456789012:";

    [Fact]
    public async Task The_AWS_CLI_creates_and_reads_recording_configurations()
    {
        const string Bucket = """{"s3":{"bucketName":"recordings"}}""";
        var made = (await GoodAsync(
            "create-recording-configuration",
            "--name", "rec",
            "--destination-configuration", Bucket,
            "--recording-reconnect-window-seconds", "60",
            "--thumbnail-configuration", "recordingMode=INTERVAL,targetIntervalSeconds=30",
            "--rendition-configuration", "renditionSelection=CUSTOM,renditions=HD,SD"))["recordingConfiguration"]!;
        Assert.Equal("CREATING", Text(made, "state"));
        var arn = Text(made, "arn");
        Assert.Equal("ACTIVE", Text((await GoodAsync("get-recording-configuration", "--arn", arn))["recordingConfiguration"]!, "state"));
        Assert.Single((await GoodAsync("list-recording-configurations"))["recordingConfigurations"]!.AsArray());
        await RejectedAsync(
            "ValidationException", "create-recording-configuration", "--destination-configuration", """{"s3":{"bucketName":"UPPER"}}""");
        await RejectedAsync(
            "ValidationException",
            "create-recording-configuration",
            "--destination-configuration", Bucket,
            "--rendition-configuration", "renditionSelection=CUSTOM");
        await RejectedAsync("ResourceNotFoundException", "get-recording-configuration", "--arn", Missing + "recording-configuration/none");
        await GoodAsync("create-channel", "--recording-configuration-arn", arn);
        await RejectedAsync("ConflictException", "delete-recording-configuration", "--arn", arn);
        await RejectedAsync(
            "ResourceNotFoundException", "delete-recording-configuration", "--arn", Missing + "recording-configuration/none");
    }

    [Fact]
    public async Task The_AWS_CLI_creates_and_updates_playback_restriction_policies()
    {
        var created = await GoodAsync(
            "create-playback-restriction-policy", "--name", "eu", "--allowed-countries", "DE", "FR", "--enable-strict-origin-enforcement");
        var arn = Text(created["playbackRestrictionPolicy"]!, "arn");
        var updated = await GoodAsync(
            "update-playback-restriction-policy", "--arn", arn, "--allowed-origins", """["https://example.com"]""");
        var changed = updated["playbackRestrictionPolicy"]!;
        Assert.Equal(["DE", "FR"], changed["allowedCountries"]!.AsArray().Select(c => c!.GetValue<string>()));
        var found = (await GoodAsync("get-playback-restriction-policy", "--arn", arn))["playbackRestrictionPolicy"]!;
        Assert.True(found["enableStrictOriginEnforcement"]!.GetValue<bool>());
        Assert.Single((await GoodAsync("list-playback-restriction-policies"))["playbackRestrictionPolicies"]!.AsArray());
        await RejectedAsync("ValidationException", "create-playback-restriction-policy", "--allowed-countries", "DEU");
        await RejectedAsync(
            "ResourceNotFoundException", "update-playback-restriction-policy", "--arn", Missing + "playback-restriction-policy/none");
        await RejectedAsync(
            "ResourceNotFoundException",
            "create-channel",
            "--playback-restriction-policy-arn",
            Missing + "playback-restriction-policy/none");
        await DoneAsync("delete-playback-restriction-policy", "--arn", arn);
        await RejectedAsync("ResourceNotFoundException", "get-playback-restriction-policy", "--arn", arn);
    }

    [Fact]
    public async Task The_AWS_CLI_creates_ad_configurations_and_inserts_ad_breaks()
    {
        var created = await GoodAsync("create-ad-configuration", "--name", "ads", "--media-tailor-playback-configurations", Tailor);
        var arn = Text(created["adConfiguration"]!, "arn");
        Assert.Equal("ads", Text((await GoodAsync("get-ad-configuration", "--arn", arn))["adConfiguration"]!, "name"));
        Assert.Single((await GoodAsync("list-ad-configurations"))["adConfigurations"]!.AsArray());
        await RejectedAsync(
            "ValidationException", "create-ad-configuration", "--media-tailor-playback-configurations", Tailor, Tailor, Tailor, Tailor);
        var channel = Text((await GoodAsync("create-channel", "--ad-configuration-arn", arn))["channel"]!, "arn");
        await RejectedAsync("ChannelNotBroadcasting", "insert-ad-break", "--channel-arn", channel, "--duration-seconds", "30");
        Emulator.Streams.Start(channel);
        Assert.Equal(
            12, Text(await GoodAsync("insert-ad-break", "--channel-arn", channel, "--duration-seconds", "30"), "adBreakId").Length);
        await RejectedAsync("ValidationException", "insert-ad-break", "--channel-arn", channel, "--duration-seconds", "301");
        await RejectedAsync("ConflictException", "delete-ad-configuration", "--arn", arn);
        Emulator.Streams.End(channel);
        await DoneAsync("delete-channel", "--arn", channel);
        await DoneAsync("delete-ad-configuration", "--arn", arn);
        await RejectedAsync("ResourceNotFoundException", "get-ad-configuration", "--arn", arn);
    }

    [Fact]
    public async Task The_AWS_CLI_reads_and_stops_streams_and_reads_their_sessions()
    {
        var channel = Text((await GoodAsync("create-channel", "--name", "studio"))["channel"]!, "arn");
        await RejectedAsync("ChannelNotBroadcasting", "get-stream", "--channel-arn", channel);
        await RejectedAsync("ChannelNotBroadcasting", "stop-stream", "--channel-arn", channel);
        await RejectedAsync("ChannelNotBroadcasting", "put-metadata", "--channel-arn", channel, "--metadata", "x");
        await RejectedAsync("ResourceNotFoundException", "get-stream-session", "--channel-arn", channel);
        Emulator.Streams.Start(channel);
        Emulator.Streams.Change(channel, "STARVING", 12);
        var stream = (await GoodAsync("get-stream", "--channel-arn", channel))["stream"]!;
        Assert.Equal(("LIVE", 12), (Text(stream, "state"), stream["viewerCount"]!.GetValue<int>()));
        Assert.Single((await GoodAsync("list-streams", "--filter-by", "health=STARVING"))["streams"]!.AsArray());
        Assert.Empty((await GoodAsync("list-streams", "--filter-by", "health=HEALTHY"))["streams"]!.AsArray());
        await RejectedAsync("ValidationException", "list-streams", "--filter-by", "health=ILL");
        await DoneAsync("put-metadata", "--channel-arn", channel, "--metadata", """{"question":1}""");
        await RejectedAsync("ValidationException", "put-metadata", "--channel-arn", channel, "--metadata", new string('é', 513));
        await RejectedAsync("ConflictException", "update-channel", "--arn", channel, "--name", "other");
        await RejectedAsync("ConflictException", "delete-channel", "--arn", channel);
        await DoneAsync("stop-stream", "--channel-arn", channel);
        Assert.Equal("other", Text((await GoodAsync("update-channel", "--arn", channel, "--name", "other"))["channel"]!, "name"));
        await RejectedAsync("ValidationException", "update-channel", "--arn", channel, "--latency-mode", "FAST");
        var found = await GoodAsync("get-stream-session", "--channel-arn", channel, "--stream-id", Text(stream, "streamId"));
        var session = found["streamSession"]!;
        Assert.Contains(session["truncatedEvents"]!.AsArray(), e => Text(e!, "name") == "Starvation Start");
        Assert.NotEmpty(
            Text(
                Assert.Single((await GoodAsync("list-stream-sessions", "--channel-arn", channel))["streamSessions"]!.AsArray())!,
                "endTime"));
        await RejectedAsync("ResourceNotFoundException", "list-stream-sessions", "--channel-arn", Missing + "channel/none");
    }

    [Fact]
    public async Task The_AWS_CLI_revokes_viewer_sessions()
    {
        var channel = Text((await GoodAsync("create-channel", "--authorized"))["channel"]!, "arn");
        await DoneAsync("start-viewer-session-revocation", "--channel-arn", channel, "--viewer-id", "v1");
        await RejectedAsync(
            "ValidationException", "start-viewer-session-revocation", "--channel-arn", channel, "--viewer-id", new string('v', 41));
        await RejectedAsync(
            "ResourceNotFoundException", "start-viewer-session-revocation", "--channel-arn", Missing + "channel/none", "--viewer-id", "v1");
        var missing = $"channelArn={Missing}channel/none,viewerId=v2";
        var batch = await GoodAsync(
            "batch-start-viewer-session-revocation", "--viewer-sessions", $"channelArn={channel},viewerId=v1", missing);
        Assert.Equal("v2", Text(Assert.Single(batch["errors"]!.AsArray())!, "viewerId"));
        await RejectedAsync(
            "ValidationException", ["batch-start-viewer-session-revocation", "--viewer-sessions", .. Enumerable.Repeat(missing, 21)]);
    }
}
