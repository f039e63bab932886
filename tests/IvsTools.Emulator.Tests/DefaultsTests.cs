using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IvsTools.Emulator.Resources;

namespace IvsTools.Emulator.Tests;

/// <summary>Tests the default values of the service, and the formats of generated values.</summary>
public sealed partial class DefaultsTests : EmulatorTest
{
    private const string Thumbnails = """{"recordingMode":"INTERVAL","targetIntervalSeconds":60,"storage":["SEQUENTIAL"]}""";

    [Theory]
    [InlineData(null, null, Thumbnails, """{"renditionSelection":"ALL"}""")]
    [InlineData("{}", "{}", Thumbnails, """{"renditionSelection":"ALL"}""")]
    [InlineData(
        """{"targetIntervalSeconds":5}""",
        null,
        """{"targetIntervalSeconds":5,"recordingMode":"INTERVAL","storage":["SEQUENTIAL"]}""",
        """{"renditionSelection":"ALL"}""")]
    [InlineData(
        """{"recordingMode":"DISABLED"}""",
        """{"renditionSelection":"NONE"}""",
        """{"recordingMode":"DISABLED"}""",
        """{"renditionSelection":"NONE"}""")]
    [InlineData(
        """{"resolution":"SD","storage":["LATEST"]}""",
        """{"renditionSelection":"CUSTOM","renditions":["HD"]}""",
        """{"resolution":"SD","storage":["LATEST"],"recordingMode":"INTERVAL","targetIntervalSeconds":60}""",
        """{"renditionSelection":"CUSTOM","renditions":["HD"]}""")]
    public async Task A_new_recording_configuration_has_the_default_thumbnail_and_rendition_settings(
        string? thumbnails, string? renditions, string expectedThumbnails, string expectedRenditions)
    {
        var request =
            new JsonObject { ["destinationConfiguration"] = new JsonObject { ["s3"] = new JsonObject { ["bucketName"] = "recordings" } } };
        if (thumbnails is not null)
            request["thumbnailConfiguration"] = JsonNode.Parse(thumbnails);
        if (renditions is not null)
            request["renditionConfiguration"] = JsonNode.Parse(renditions);
        var made = (await GoodAsync("CreateRecordingConfiguration", request))["recordingConfiguration"]!;
        var read = (await GoodAsync("GetRecordingConfiguration", new() { ["arn"] = Arn(made) }))["recordingConfiguration"]!;
        foreach (var shown in new[] { made, read })
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expectedThumbnails), shown["thumbnailConfiguration"]), shown.ToJsonString());
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expectedRenditions), shown["renditionConfiguration"]), shown.ToJsonString());
            Assert.Equal(0, shown["recordingReconnectWindowSeconds"]!.GetValue<int>());
        }
        Assert.Equal(("CREATING", "ACTIVE"), (Text(made, "state"), Text(read, "state")));
    }

    [Fact]
    public async Task Thumbnails_that_are_disabled_have_no_interval() => await RejectedAsync(
        "ValidationException",
        "CreateRecordingConfiguration",
        new()
        {
            ["destinationConfiguration"] = new JsonObject { ["s3"] = new JsonObject { ["bucketName"] = "recordings" } },
            ["thumbnailConfiguration"] = new JsonObject { ["recordingMode"] = "DISABLED", ["targetIntervalSeconds"] = 5 },
        });

    [Theory]
    [InlineData("allowedCountries", "GB", true)]
    [InlineData("allowedCountries", "UK", false)]
    [InlineData("allowedCountries", "ZZ", false)]
    [InlineData("allowedCountries", "de", false)]
    [InlineData("allowedCountries", "1!", false)]
    [InlineData("allowedOrigins", "capacitor://localhost", true)]
    [InlineData("allowedOrigins", "not an origin", false)]
    [InlineData("allowedOrigins", "https://a.com/path", false)]
    [InlineData("allowedOrigins", "", false)]
    public async Task The_countries_and_origins_of_a_restriction_policy_are_validated(string member, string value, bool isValid)
    {
        var policy = (await GoodAsync("CreatePlaybackRestrictionPolicy", []))["playbackRestrictionPolicy"]!;
        foreach (var (operation, request) in new (string, JsonObject)[]
        {
            ("CreatePlaybackRestrictionPolicy", new() { [member] = new JsonArray(value) }),
            ("UpdatePlaybackRestrictionPolicy", new() { ["arn"] = Arn(policy), [member] = new JsonArray(value) }),
        })
        {
            if (isValid)
                await GoodAsync(operation, request);
            else
                await RejectedAsync("ValidationException", operation, request);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"enabled":false}""")]
    public async Task A_channel_without_multitrack_input_returns_the_default_multitrack_settings(string? multitrack)
    {
        var expected = JsonNode.Parse("""{"enabled":false,"maximumResolution":"FULL_HD","policy":"ALLOW"}""");
        var request = multitrack is null
            ? new JsonObject()
            : new JsonObject { ["multitrackInputConfiguration"] = JsonNode.Parse(multitrack) };
        var made = (await GoodAsync("CreateChannel", request))["channel"]!;
        Assert.True(JsonNode.DeepEquals(expected, made["multitrackInputConfiguration"]), made.ToJsonString());
        var read = (await GoodAsync("GetChannel", new() { ["arn"] = Arn(made) }))["channel"]!;
        Assert.True(JsonNode.DeepEquals(made, read), read.ToJsonString());
    }

    [Fact]
    public async Task A_new_channel_has_the_default_settings_of_the_service()
    {
        var made = (await GoodAsync("CreateChannel"))["channel"]!;
        Assert.Equal(
            ("", "LOW", "STANDARD", "", "TS"),
            (Text(made, "name"), Text(made, "latencyMode"), Text(made, "type"), Text(made, "preset"), Text(made, "containerFormat")));
        Assert.Equal((false, false), (made["authorized"]!.GetValue<bool>(), made["insecureIngest"]!.GetValue<bool>()));
        Assert.All(
            ["recordingConfigurationArn", "playbackRestrictionPolicyArn", "adConfigurationArn"],
            member => Assert.Empty(Text(made, member)));
        Assert.Empty(made["tags"]!.AsObject());
    }

    [Fact]
    public async Task Ingest_and_playback_URLs_have_the_documented_format()
    {
        var made = await GoodAsync("CreateChannel");
        var (channel, srt) = (made["channel"]!, made["channel"]!["srt"]!);
        Assert.Matches(BareHost(), Text(channel, "ingestEndpoint"));
        Assert.EndsWith(".global-contribute.live-video.net", Text(channel, "ingestEndpoint"), StringComparison.Ordinal);
        Assert.Matches(BareHost(), Text(srt, "endpoint"));
        Assert.Matches(Passphrase(), Text(srt, "passphrase"));
        Assert.Matches(StreamKey(), Text(made["streamKey"]!, "value"));
        Assert.EndsWith(
            $"/api/video/v1/us-west-2.123456789012.channel.{Arn(channel).Split('/')[1]}.m3u8",
            Text(channel, "playbackUrl"),
            StringComparison.Ordinal);
        var other = await GoodAsync("CreateChannel");
        Assert.NotEqual(Text(srt, "passphrase"), Text(other["channel"]!["srt"]!, "passphrase"));
        Assert.NotEqual(Text(made["streamKey"]!, "value"), Text(other["streamKey"]!, "value"));
    }

    [Theory]
    [InlineData("CreateChannel", 101, "ListChannels", "channels", 100)]
    [InlineData("CreateAdConfiguration", 20, "ListAdConfigurations", "adConfigurations", 20)]
    [InlineData("CreateRecordingConfiguration", 20, "ListRecordingConfigurations", "recordingConfigurations", 20)]
    [InlineData("CreatePlaybackRestrictionPolicy", 3, "ListPlaybackRestrictionPolicies", "playbackRestrictionPolicies", 1)]
    [InlineData("ImportPlaybackKeyPair", 3, "ListPlaybackKeyPairs", "keyPairs", 3)]
    public async Task Each_list_has_the_default_page_size_of_the_service(string create, int count, string list, string member, int size)
    {
        for (var i = 0; i < count; i++)
            await GoodAsync(create, GoodRequest.For(create));
        await PagesAsync(list, [], member, size, count);
    }

    [Fact]
    public async Task The_default_page_size_is_100_for_streams_and_stream_sessions()
    {
        var channel = new JsonObject { ["channelArn"] = await LiveChannelAsync() };
        for (var i = 0; i < 100; i++)
        {
            Emulator.Streams.End(Text(channel, "channelArn"));
            Emulator.Streams.Start(Text(channel, "channelArn"));
        }
        await PagesAsync("ListStreamSessions", channel, "streamSessions", 100, 101);
        for (var i = 1; i < 100; i++)
            await LiveChannelAsync();
        await PagesAsync("ListStreams", [], "streams", 100, 100);
    }

    [Fact]
    public async Task The_default_page_size_is_1_for_stream_keys()
    {
        var channel = await ChannelAsync();
        // CreateStreamKey does not create a second stream key for a channel, so the test adds this key to the state.
        lock (Emulator.States)
            StreamKeys.Add(Emulator.States.Of(channel), channel, new JsonObject());
        await PagesAsync("ListStreamKeys", new() { ["channelArn"] = channel }, "streamKeys", 1, 2);
    }

    [Fact]
    public async Task Every_response_has_a_request_ID_and_every_error_has_its_message_in_two_members()
    {
        var arn = await ChannelAsync(new() { ["authorized"] = true });
        using var http = new HttpClient();
        var playback = $"/api/video/v1/us-west-2.123456789012.channel.{arn.Split('/')[1]}.m3u8";
        foreach (var path in new[] { "/ListChannels", "/Nothing", playback, "/_emulator/health", "/_emulator/nothing" })
        {
            using var response = await http.GetAsync(new Uri(Emulator.Url + path), TestContext.Current.CancellationToken);
            Assert.True(Guid.TryParse(Assert.Single(response.Headers.GetValues("x-amzn-RequestId")), out _), path);
            if (response.Headers.Contains("x-amzn-ErrorType"))
            {
                var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
                Assert.NotEmpty(Text(body, "message"));
                Assert.Equal(Text(body, "message"), Text(body, "exceptionMessage"));
            }
        }
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
        Assert.Equal(5, Emulator.Requests.Select(request => request.RequestId).Distinct().Count());
    }

    private async Task PagesAsync(string list, JsonObject request, string member, int size, int count)
    {
        var (seen, token) = (0, (string?)null);
        do
        {
            var next = request.DeepClone().AsObject();
            if (token is not null)
                next["nextToken"] = token;
            var page = await GoodAsync(list, next);
            Assert.Equal(Math.Min(size, count - seen), page[member]!.AsArray().Count);
            seen += page[member]!.AsArray().Count;
            token = page["nextToken"]?.GetValue<string>();
        }
        while (token is not null);
        Assert.Equal(count, seen);
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex BareHost();

    [GeneratedRegex(@"\A[A-Za-z0-9]{70,80}\z")]
    private static partial Regex Passphrase();

    [GeneratedRegex(@"\Ask_us-west-2_[A-Za-z0-9]{12}_[A-Za-z0-9]+\z")]
    private static partial Regex StreamKey();
}
