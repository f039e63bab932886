using System.Net;
using IvsTools.Emulator;
using IvsTools.Service;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Core.Tests.Service;

public class IvsClientTests : EmulatedService
{
    [Fact]
    public async Task Sends_a_request_and_reports_the_call()
    {
        var created = await Send(Operations.CreateChannel, new("studio"));
        Assert.Equal("studio", created.Channel!.Name);
        Assert.Equal(created.Channel.Arn, created.StreamKey!.ChannelArn);
        var sent = Assert.Single(Emulator.Requests);
        Assert.Equal("""{"name":"studio"}""", sent.Body);
        var trace = Assert.Single(Context.TakeTraces());
        Assert.Equal((sent.RequestId, "CreateChannel", "us-west-2", 1), (trace.RequestId, trace.Operation, trace.Region, trace.Attempts));
    }

    [Fact]
    public async Task Sends_tags_with_special_characters_in_the_body_and_in_the_query()
    {
        var arn = (await Send(Operations.CreateChannel, new())).Channel!.Arn!;
        await Send(Operations.TagResource, new(arn, new Dictionary<string, string> { ["a b"] = "1/2", ["é+:="] = "𐐷" }));
        var tags = (await Send(Operations.ListTagsForResource, new(arn))).Tags!;
        Assert.Equal("1/2", tags["a b"]);
        Assert.Equal("𐐷", tags["é+:="]);
        await Send(Operations.UntagResource, new(arn, ["a b"]));
        await Send(Operations.UntagResource, new(arn, ["é+:="]));
        Assert.Empty((await Send(Operations.ListTagsForResource, new(arn))).Tags!);
    }

    [Fact]
    public async Task Returns_an_error_with_its_code_and_status_and_request_ID()
    {
        var e = await Rejected(Operations.GetChannel, new("arn:aws:ivs:us-west-2:123456789012:channel/none"));
        Assert.Equal(("ResourceNotFoundException", HttpStatusCode.NotFound, "GetChannel"), (e.ErrorCode, e.StatusCode, e.Operation));
        Assert.Equal(Emulator.Requests[0].RequestId, e.RequestId);
    }

    [Fact]
    public async Task Retries_transient_errors_and_counts_the_attempts()
    {
        Emulator.Faults.Fail("GetChannel", "ServiceUnavailable");
        var e = await Rejected(Operations.GetChannel, new("arn:aws:ivs:us-west-2:123456789012:channel/none"));
        Assert.Equal("ResourceNotFoundException", e.ErrorCode);
        Assert.Equal(2, Context.TakeTraces()[0].Attempts);
    }

    [Theory]
    [InlineData(BrokenResponse.Html, IvsErrorCode.InvalidResponse)]
    [InlineData(BrokenResponse.EmptyBody, IvsErrorCode.InvalidResponse)]
    [InlineData(BrokenResponse.GarbageJson, IvsErrorCode.InvalidResponse)]
    [InlineData(BrokenResponse.CutOffBody, IvsErrorCode.ConnectionFailed)]
    [InlineData(BrokenResponse.DropConnection, IvsErrorCode.ConnectionFailed)]
    public async Task A_malformed_response_causes_an_error_with_the_request_ID(BrokenResponse kind, string code)
    {
        Emulator.Faults.Break("CreateChannel", kind, 10);
        var e = await Rejected(Operations.CreateChannel, new());
        Assert.True(code == e.ErrorCode, e.ToString());
        if (kind is BrokenResponse.Html or BrokenResponse.EmptyBody or BrokenResponse.GarbageJson)
            Assert.Equal(Emulator.Requests[^1].RequestId, e.RequestId);
    }

    [Fact]
    public async Task A_web_page_instead_of_an_empty_response_causes_an_error()
    {
        var key = (await Send(Operations.CreateChannel, new())).StreamKey!;
        Emulator.Faults.Break("DeleteStreamKey", BrokenResponse.Html);
        Assert.Equal(IvsErrorCode.InvalidResponse, (await Rejected(Operations.DeleteStreamKey, new(key.Arn!))).ErrorCode);
    }

    [Fact]
    public async Task A_call_ends_at_its_time_limit_or_when_it_is_canceled()
    {
        Emulator.Faults.Latency = TimeSpan.FromSeconds(30);
        var limited = TestClient.For(Settings with { Timeout = TimeSpan.FromMilliseconds(300) });
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => limited.SendAsync(Operations.ListChannels, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(IvsErrorCode.OperationTimeout, e.ErrorCode);

        using var stop = new CancellationTokenSource();
        var call = Context.SendAsync(Operations.ListChannels, new(), stop.Token);
        await Eventually.IsAsync(() => Emulator.InFlight > 0);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_request_with_a_wrong_secret_is_rejected()
    {
        var client = TestClient.For(Settings with { SecretKey = new string('x', 40) });
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(Operations.ListChannels, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("InvalidSignatureException", e.ErrorCode);
        Assert.DoesNotContain("xxxx", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_access_key_without_its_secret_key_causes_an_error()
    {
        var e = Assert.Throws<IvsServiceException>(() => TestClient.For(Settings with { SecretKey = null }));
        Assert.Equal(IvsErrorCode.NoCredentials, e.ErrorCode);
    }

    [Fact]
    public void A_session_token_without_its_keys_causes_an_error()
    {
        var settings = new ConnectionSettings { Region = "us-west-2", SessionToken = "token" };
        var e = Assert.Throws<IvsServiceException>(() => TestClient.For(settings));
        Assert.Equal(IvsErrorCode.NoCredentials, e.ErrorCode);
        Assert.Contains("-SessionToken", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_profile_and_an_invalid_endpoint_URL_are_named_in_the_error()
    {
        Assert.Equal(
            IvsErrorCode.UnknownProfile,
            Assert.Throws<IvsServiceException>(
                () => TestClient.For(new() { Region = "us-west-2", ProfileName = "nobody", ProfileLocation = "/nowhere" })).ErrorCode);
        Assert.Equal(
            IvsErrorCode.InvalidEndpoint,
            Assert.Throws<IvsServiceException>(() => TestClient.For(Settings with { EndpointUrl = "not a url" })).ErrorCode);
    }

    [Fact]
    public async Task All_throttled_calls_wait_and_then_succeed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var emulator = EmulatorServer.Start(new() { Time = time, RequestsPerSecond = 5 });
        var client = TestClient.For(SettingsOf(emulator) with { Time = time });
        var stop = TestContext.Current.CancellationToken;
        var calls = Enumerable.Range(0, 12).Select(_ => client.SendAsync(Operations.ListChannels, new(), cancellationToken: stop)).ToList();
        // The calls within the rate limit succeed. The other calls are throttled, and wait until the test moves the clock.
        await Eventually.IsAsync(() => emulator.Requests.Count >= 12);
        Assert.Equal(5, emulator.Requests.Count(request => request.Status == 200));
        var all = Task.WhenAll(calls);
        await Eventually.IsAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            return all.IsCompleted;
        });
        Assert.All(await all, response => Assert.NotNull(response.Channels));
        Assert.Equal(12, emulator.Requests.Count(request => request.Status == 200));
        Assert.True(emulator.Requests.Count(request => request.Status == 429) >= 7);
    }

    [Fact]
    public void Settings_never_show_a_secret() =>
        Assert.DoesNotContain(Emulator.SecretAccessKey, Settings.ToString(), StringComparison.Ordinal);
}
