using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Tests the control routes of the emulator.</summary>
public sealed class ControlTests : EmulatorTest
{
    [Theory]
    [InlineData("GetChanel", "ThrottlingException", 1, null, "GetChannel")]
    [InlineData("GetChannel", "ThrotlingException", 1, null, "ThrottlingException")]
    [InlineData("GetChannel", "Throttling\r\nX: y", 1, null, "")]
    [InlineData("GetChannel", "ThrottlingException", 0, null, "times")]
    [InlineData("GetChannel", "ThrottlingException", 1, 200, "status")]
    public void The_exception_for_an_invalid_fault_explains_the_cause(string operation, string code, int times, int? status, string says)
    {
        var rejected = Assert.ThrowsAny<ArgumentException>(() => Emulator.Faults.Fail(operation, code, times, status: status));
        Assert.Contains(says, rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_with_an_empty_operation_and_an_empty_message_affects_all_operations_and_has_a_default_message()
    {
        Emulator.Faults.Fail("", "ThrottlingException", null, "");
        var (_, error, body) = await Client.PostAsync("ListChannels", "{}");
        Assert.Equal("ThrottlingException", error);
        Assert.NotEmpty(Text(body, "message"));
    }

    [Fact]
    public async Task A_fault_with_an_unknown_error_code_requires_a_status()
    {
        Assert.ThrowsAny<ArgumentException>(() => Emulator.Faults.Fail("ListChannels", "SomethingNewException"));
        Assert.ThrowsAny<ArgumentException>(() => Emulator.Faults.Fail("ListChannels", "Something\r\nNew", status: 418));
        Emulator.Faults.Fail("ListChannels", "SomethingNewException", status: 418);
        var response = await Client.PostAsync("ListChannels", "{}");
        Assert.Equal((418, "SomethingNewException"), ((int)response.Status, response.Error));
    }

    [Theory]
    [InlineData("""{"latencyMs":-5}""")]
    [InlineData("""{"latencyMs":1e300}""")]
    [InlineData("""{"requestsPerSecond":0}""")]
    [InlineData("""{"requestsPerSecond":-1}""")]
    [InlineData("""{"readsUntilSettled":-1}""")]
    [InlineData("""{"readsUntilSettled":1e10}""")]
    [InlineData("""{"operation":"GetChannel","code":"ThrottlingException","times":0}""")]
    [InlineData("""{"operation":"GetChanel","code":"ThrottlingException"}""")]
    [InlineData("""{"operation":"GetChannel","code":"Nonsense"}""")]
    [InlineData("""{"operation":"GetChannel","break":"HTML"}""")]
    [InlineData("""{"operation":"GetChannel","brake":"Html"}""")]
    [InlineData("""{"code":"ThrottlingException","code":"ValidationException"}""")]
    [InlineData("""{"code":"ThrottlingException","latencyMs":-5}""")]
    [InlineData("""{"code":"ThrottlingException","break":"Htm"}""")]
    [InlineData("""{"code":"ThrottlingException","probability":0}""")]
    [InlineData("""{"code":"ThrottlingException","probability":1.1}""")]
    [InlineData("""{"times":3}""")]
    [InlineData("""{"message":"no code"}""")]
    public async Task A_control_request_with_an_invalid_fault_is_rejected_and_changes_nothing(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await ControlAsync("POST", "faults", body)).Status);
        Assert.Empty((await ControlAsync("GET", "faults")).Body!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
    }

    [Fact]
    public async Task The_control_routes_return_the_health_and_the_routes_and_the_planned_faults()
    {
        var health = (await ControlAsync("GET", "health")).Body!;
        Assert.Equal(("ok", "us-west-2", "123456789012"), (Text(health, "status"), Text(health, "region"), Text(health, "accountId")));
        Assert.Contains(
            (await ControlAsync("GET", "")).Body!["routes"]!.AsArray(),
            route => Text(route!, "method") == "POST" && Text(route!, "path") == "/_emulator/clock");
        Emulator.Faults.Fail("GetChannel", "ThrottlingException", 3, after: 2);
        Emulator.Faults.Break(null, BrokenResponse.Html, probability: 0.5);
        var planned = (await ControlAsync("GET", "faults")).Body!.AsArray();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            [{"operation":"GetChannel","code":"ThrottlingException","status":429,"break":null,"times":3,"after":2,"probability":1},
             {"operation":null,"code":null,"status":null,"break":"Html","times":null,"after":0,"probability":0.5}]
            """), planned), planned.ToJsonString());
        Assert.Equal(["GetChannel: ThrottlingException", "all operations: Html"], Emulator.Faults.Planned.Select(fault => $"{fault}"));
    }

    [Fact]
    public async Task A_control_route_accepts_an_ID_or_an_ARN_with_or_without_percent_encoding()
    {
        var arn = await ChannelAsync();
        var id = arn.Split('/')[1];
        var encoded = Uri.EscapeDataString(arn);
        var lowercase = encoded.ToLowerInvariant().Replace(id.ToLowerInvariant(), id, StringComparison.Ordinal);
        foreach (var name in new[] { arn, encoded, lowercase, id })
        {
            Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", $"channels/{name}/stream")).Status);
            await GoodAsync("StopStream", new() { ["channelArn"] = arn });
        }
        var recording = Arn(
            (await GoodAsync("CreateRecordingConfiguration", GoodRequest.For("CreateRecordingConfiguration")))["recordingConfiguration"]!);
        foreach (var name in new[] { recording, Uri.EscapeDataString(recording), recording.Split('/')[1] })
        {
            Assert.Equal(
                HttpStatusCode.OK,
                (await ControlAsync("POST", $"recording-configurations/{name}", """{"state":"CREATE_FAILED"}""")).Status);
        }
    }

    [Theory]
    [InlineData("GET", "helth", null, 404, "GET /_emulator/health")]
    [InlineData("PUT", "faults", null, 404, "GET /_emulator/faults")]
    [InlineData("POST", "channels//stream", "{}", 404, "Did you mean")]
    [InlineData("POST", "channels/x/stream", """{"stat":"LIVE"}""", 400, "'state'")]
    [InlineData("POST", "clock", """{"advance":1}""", 400, "'advanceSeconds'")]
    [InlineData("POST", "reset", """{"all":true}""", 400, "'all'")]
    [InlineData("POST", "clock", """{"advanceSeconds":-1}""", 400, "'advanceSeconds'")]
    [InlineData("POST", "faults", """{"latencyMs":-5}""", 400, "'latencyMs'")]
    [InlineData("POST", "faults", """{"latencyMs":1e300}""", 400, "'latencyMs'")]
    [InlineData("POST", "faults", """{"readsUntilSettled":-1}""", 400, "'readsUntilSettled'")]
    [InlineData("POST", "viewers", """{"country":"de"}""", 400, "'de'")]
    [InlineData("POST", "viewers", """{"country":"de"}""", 400, "'country'")]
    [InlineData("POST", "recording-configurations/x", "{}", 400, "'state'")]
    [InlineData("GET", "requests?operation=ListChanels", null, 400, "'ListChannels'")]
    [InlineData("GET", "requests?operaton=ListChannels", null, 400, "'operation'")]
    [InlineData("GET", "requests?operation=ListChannels&operation=GetChannel", null, 400, "twice")]
    [InlineData("GET", "health?x=1", null, 400, "'x'")]
    public async Task The_error_for_an_invalid_control_request_explains_the_cause(
        string method, string path, string? body, int status, string says)
    {
        var response = await ControlAsync(method, path, body);
        Assert.Equal(status, (int)response.Status);
        Assert.Contains(says, Text(response.Body!, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_requests_can_be_filtered_by_operation_and_removed()
    {
        await ChannelAsync(new() { ["name"] = "a" });
        await GoodAsync("ListChannels");
        await ChannelAsync(new() { ["name"] = "b" });
        Assert.Equal("UnknownOperationException", (await Client.PostAsync("Nothing", "{}")).Error);
        Assert.Equal(4, (await ControlAsync("GET", "requests")).Body!.AsArray().Count);
        var creations = (await ControlAsync("GET", "requests?operation=CreateChannel")).Body!.AsArray();
        Assert.Equal(["""{"name":"a"}""", """{"name":"b"}"""], creations.Select(request => Text(request!, "body")));
        Assert.Empty((await ControlAsync("GET", "requests?operation=GetStream")).Body!.AsArray());
        await ControlAsync("DELETE", "requests");
        Assert.Empty((await ControlAsync("GET", "requests")).Body!.AsArray());
    }

    [Fact]
    public async Task The_oldest_recorded_requests_are_removed_if_the_total_size_exceeds_its_limit()
    {
        for (var i = 0; i < 40; i++)
        {
            await Client.PostAsync(
                "CreateChannel", new JsonObject { ["name"] = new string((char)('a' + (i % 26)), 1_000_000) }.ToJsonString());
        }
        Assert.InRange(Emulator.Requests.Count, 10, 16);
        Assert.InRange(Emulator.Requests.Sum(request => (long)request.Body.Length), 10_000_000, 16 * 1024 * 1024);
        Assert.Contains("nnn", Emulator.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_probability_and_seed_cause_the_same_requests_to_fail()
    {
        async Task<string> RunAsync(int seed, int? times = null)
        {
            Emulator.Faults.Clear();
            var fault = new JsonObject
            {
                ["operation"] = "ListChannels",
                ["code"] = "ThrottlingException",
                ["probability"] = 0.3,
                ["seed"] = seed,
                ["times"] = times,
            };
            Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", "faults", fault.ToJsonString())).Status);
            var responses = string.Empty;
            for (var i = 0; i < 100; i++)
                responses += (await Client.PostAsync("ListChannels", "{}")).Error is null ? '.' : 'x';
            return responses;
        }
        var first = await RunAsync(1);
        Assert.InRange(first.Count(response => response == 'x'), 15, 45);
        Assert.Equal(first, await RunAsync(1));
        Assert.NotEqual(first, await RunAsync(2));
        var bounded = await RunAsync(1, times: 5);
        Assert.Equal(5, bounded.Count(response => response == 'x'));
        Assert.StartsWith(bounded[..(bounded.LastIndexOf('x') + 1)], first, StringComparison.Ordinal);
        Assert.Empty((await ControlAsync("GET", "faults")).Body!.AsArray());
    }

    [Fact]
    public async Task A_control_request_sets_and_removes_the_country_of_the_viewers()
    {
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", "viewers", """{"country":"DE"}""")).Status);
        Assert.Equal("DE", Emulator.ViewerCountry);
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", "viewers", """{"country":null}""")).Status);
        Assert.Null(Emulator.ViewerCountry);
    }

    [Theory]
    [InlineData("""{"advanceSeconds":3600}""", 200)]
    [InlineData("""{"advanceSeconds":-1}""", 400)]
    [InlineData("""{"advanceSeconds":1e300}""", 400)]
    [InlineData("{}", 400)]
    public async Task Moving_the_clock_forward_affects_rate_limits_but_not_signatures(string body, int status)
    {
        Emulator.Faults.RequestsPerSecond = 0.001;
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
        Assert.Equal(status, (int)(await ControlAsync("POST", "clock", body)).Status);
        Assert.Equal(
            status == 200 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, (await Client.PostAsync("ListChannels", "{}")).Status);
    }

    [Fact]
    public async Task The_emulator_can_be_controlled_over_HTTP()
    {
        async Task<HttpStatusCode> Post(string path, string body) => (await ControlAsync("POST", path, body)).Status;
        Assert.Equal(HttpStatusCode.OK, await Post("faults", """{"operation":"ListChannels","code":"AccessDeniedException"}"""));
        Assert.Equal("AccessDeniedException", (await Client.PostAsync("ListChannels", "{}")).Error);
        var arn = (await Client.PostAsync("CreateChannel", "{}")).Body["channel"]!["arn"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await Post($"channels/{Uri.EscapeDataString(arn)}/stream", """{"state":"LIVE"}"""));
        Assert.Equal("ConflictException", (await Client.PostAsync("DeleteChannel", new JsonObject { ["arn"] = arn }.ToJsonString())).Error);
        Assert.Equal(HttpStatusCode.BadRequest, await Post("faults", "{"));
        Assert.Equal(HttpStatusCode.NotFound, await Post("nothing", "{}"));
        Assert.Contains(
            (await ControlAsync("GET", "requests")).Body!.AsArray(),
            request => request!["operation"]?.GetValue<string>() == "ListChannels");
        Assert.Equal(HttpStatusCode.OK, await Post("reset", "{}"));
        Assert.Empty((await Client.PostAsync("ListChannels", "{}")).Body["channels"]!.AsArray());
    }
}
