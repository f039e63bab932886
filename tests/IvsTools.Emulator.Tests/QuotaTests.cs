using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>
/// Tests the published quotas. A request above the quota fails and changes nothing. After a resource is removed, the request succeeds.
/// </summary>
public sealed class QuotaTests : EmulatorTest
{
    private const string Exceeded = "ServiceQuotaExceededException";

    private static readonly Dictionary<string, (int Quota, string Member, string List, string ListMember, string Delete)> Kinds = new()
    {
        ["ImportPlaybackKeyPair"] = (3, "keyPair", "ListPlaybackKeyPairs", "keyPairs", "DeletePlaybackKeyPair"),
        ["CreatePlaybackRestrictionPolicy"] = (
            3,
            "playbackRestrictionPolicy",
            "ListPlaybackRestrictionPolicies",
            "playbackRestrictionPolicies",
            "DeletePlaybackRestrictionPolicy"),
        ["CreateAdConfiguration"] = (20, "adConfiguration", "ListAdConfigurations", "adConfigurations", "DeleteAdConfiguration"),
        ["CreateRecordingConfiguration"] = (
            20, "recordingConfiguration", "ListRecordingConfigurations", "recordingConfigurations", "DeleteRecordingConfiguration"),
    };

    public static TheoryData<string> KindNames => new(Kinds.Keys);

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task A_Region_has_a_quota_for_each_resource_type(string create)
    {
        var (quota, member, list, listMember, delete) = Kinds[create];
        var first = await CreateAsync();
        for (var i = 1; i < quota; i++)
            await CreateAsync();
        var (status, error, body) = await Client.PostAsync(create, GoodRequest.For(create).ToJsonString());
        Assert.Equal((HttpStatusCode.PaymentRequired, Exceeded), (status, error));
        Assert.Contains($"{quota}", Text(body, "message"), StringComparison.Ordinal);
        Assert.Equal(quota, (await GoodAsync(list, new() { ["maxResults"] = 100 }))[listMember]!.AsArray().Count);
        await GoodAsync(delete, new() { ["arn"] = first });
        await CreateAsync();
        await RejectedAsync(Exceeded, create, GoodRequest.For(create));

        async Task<string> CreateAsync() => Arn((await GoodAsync(create, GoodRequest.For(create)))[member]!);
    }

    [Fact]
    public async Task A_channel_has_at_most_one_stream_key()
    {
        var made = await GoodAsync("CreateChannel");
        var request = new JsonObject { ["channelArn"] = Arn(made["channel"]!) };
        await RejectedAsync(Exceeded, "CreateStreamKey", request);
        await GoodAsync("DeleteStreamKey", new() { ["arn"] = Arn(made["streamKey"]!) });
        await GoodAsync("CreateStreamKey", request);
        await RejectedAsync(Exceeded, "CreateStreamKey", request);
        Assert.Single((await GoodAsync("ListStreamKeys", request))["streamKeys"]!.AsArray());
    }

    [Fact]
    public async Task At_most_100_streams_are_live_at_the_same_time()
    {
        var first = await LiveChannelAsync();
        for (var i = 1; i < 100; i++)
            await LiveChannelAsync();
        var one = await ChannelAsync();
        var (status, body) = await ControlAsync("POST", $"channels/{one}/stream", "{}");
        Assert.Equal(HttpStatusCode.PaymentRequired, status);
        Assert.Contains("100", Text(body!, "message"), StringComparison.Ordinal);
        Emulator.Streams.Start(first);
        Assert.Equal(100, (await GoodAsync("ListStreams"))["streams"]!.AsArray().Count);
        Emulator.Streams.End(first);
        Emulator.Streams.Start(one);
    }

    [Fact]
    public async Task The_limit_of_50_tags_includes_the_existing_tags_of_a_resource()
    {
        var arn = await ChannelAsync(new() { ["tags"] = Tags(0, 30) });
        var path = "/tags/" + Uri.EscapeDataString(arn);
        Assert.Equal("ValidationException", (await TagAsync(Tags(30, 21))).Error);
        Assert.Equal(30, (await Client.SendAsync("GET", path, string.Empty, string.Empty)).Body["tags"]!.AsObject().Count);
        Assert.Null((await TagAsync(Tags(20, 30))).Error);
        Assert.Equal("ValidationException", (await TagAsync(Tags(50, 1))).Error);
        Assert.Null((await TagAsync(Tags(49, 1))).Error);

        Task<(HttpStatusCode Status, string? Error, JsonObject Body)> TagAsync(JsonObject tags) =>
            Client.SendAsync("POST", path, string.Empty, new JsonObject { ["tags"] = tags }.ToJsonString());
    }

    private static JsonObject Tags(int from, int count) =>
        new(Enumerable.Range(from, count).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v")));
}
