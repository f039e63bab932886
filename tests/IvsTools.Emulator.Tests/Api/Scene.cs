using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>
/// Resources of every type, and a valid request for each operation. All requests succeed if they are sent in alphabetical order.
/// </summary>
public sealed class Scene
{
    private readonly Dictionary<string, JsonObject> _requests;

    private Scene(Dictionary<string, JsonObject> requests) => _requests = requests;

    public JsonObject this[string operation] =>
        _requests.TryGetValue(operation, out var request) ? request.DeepClone().AsObject() : GoodRequest.For(operation);

    public static async Task<Scene> SetAsync(EmulatorServer emulator, SignedClient client)
    {
        var ads = await CreateAsync("CreateAdConfiguration", "adConfiguration");
        var spareAds = await CreateAsync("CreateAdConfiguration", "adConfiguration");
        var recording = await CreateAsync("CreateRecordingConfiguration", "recordingConfiguration");
        var spareRecording = await CreateAsync("CreateRecordingConfiguration", "recordingConfiguration");
        var policy = await CreateAsync("CreatePlaybackRestrictionPolicy", "playbackRestrictionPolicy");
        var sparePolicy = await CreateAsync("CreatePlaybackRestrictionPolicy", "playbackRestrictionPolicy");
        var pair = await CreateAsync("ImportPlaybackKeyPair", "keyPair");
        var sparePair = await CreateAsync("ImportPlaybackKeyPair", "keyPair");
        var settings = new JsonObject
        {
            ["adConfigurationArn"] = ads,
            ["recordingConfigurationArn"] = recording,
            ["tags"] = new JsonObject { ["team"] = "a" },
        };
        var (live, key) = await ChannelAsync(settings);
        var (spareChannel, _) = await ChannelAsync([]);
        var (keyless, lostKey) = await ChannelAsync([]);
        var (silent, spareKey) = await ChannelAsync([]);
        await client.PostAsync("DeleteStreamKey", Arn(lostKey).ToJsonString());
        emulator.Streams.Start(live);
        var session = new JsonObject { ["channelArn"] = live, ["viewerId"] = "v1" };
        return new Scene(new()
        {
            ["BatchGetChannel"] = new() { ["arns"] = new JsonArray(live) },
            ["BatchGetStreamKey"] = new() { ["arns"] = new JsonArray(key) },
            ["BatchStartViewerSessionRevocation"] = new() { ["viewerSessions"] = new JsonArray(session.DeepClone()) },
            ["CreateStreamKey"] = Channel(keyless),
            ["DeleteAdConfiguration"] = Arn(spareAds),
            ["DeleteChannel"] = Arn(spareChannel),
            ["DeletePlaybackKeyPair"] = Arn(sparePair),
            ["DeletePlaybackRestrictionPolicy"] = Arn(sparePolicy),
            ["DeleteRecordingConfiguration"] = Arn(spareRecording),
            ["DeleteStreamKey"] = Arn(spareKey),
            ["GetAdConfiguration"] = Arn(ads),
            ["GetChannel"] = Arn(live),
            ["GetPlaybackKeyPair"] = Arn(pair),
            ["GetPlaybackRestrictionPolicy"] = Arn(policy),
            ["GetRecordingConfiguration"] = Arn(recording),
            ["GetStream"] = Channel(live),
            ["GetStreamKey"] = Arn(key),
            ["GetStreamSession"] = Channel(live),
            ["InsertAdBreak"] = new() { ["channelArn"] = live, ["durationSeconds"] = 30 },
            ["ListStreamKeys"] = Channel(live),
            ["ListStreamSessions"] = Channel(live),
            ["ListTagsForResource"] = new() { ["resourceArn"] = live },
            ["PutMetadata"] = new() { ["channelArn"] = live, ["metadata"] = "question" },
            ["StartViewerSessionRevocation"] = session,
            ["StopStream"] = Channel(live),
            ["TagResource"] = new() { ["resourceArn"] = live, ["tags"] = new JsonObject { ["env"] = "test" } },
            ["UntagResource"] = new() { ["resourceArn"] = live, ["tagKeys"] = new JsonArray("team") },
            ["UpdateAdConfiguration"] = Arn(ads),
            ["UpdateChannel"] = new() { ["arn"] = silent, ["name"] = "renamed" },
            ["UpdatePlaybackRestrictionPolicy"] = new() { ["arn"] = policy, ["allowedCountries"] = new JsonArray("DE") },
        });

        async Task<string> CreateAsync(string create, string member) =>
            (await client.PostAsync(create, GoodRequest.For(create).ToJsonString())).Body[member]!["arn"]!.GetValue<string>();

        async Task<(string Arn, string StreamKey)> ChannelAsync(JsonObject request)
        {
            var made = (await client.PostAsync("CreateChannel", request.ToJsonString())).Body;
            return (made["channel"]!["arn"]!.GetValue<string>(), made["streamKey"]!["arn"]!.GetValue<string>());
        }
    }

    private static JsonObject Arn(string arn) => new() { ["arn"] = arn };

    private static JsonObject Channel(string arn) => new() { ["channelArn"] = arn };
}
