using System.Net;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Tests;

public sealed class EmulatorTests : EmulatorTest
{
    [Fact]
    public async Task A_correctly_signed_request_is_accepted()
    {
        var (status, _, body) = await Client.PostAsync("CreateChannel", """{"name":"studio"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith(
            "arn:aws:ivs:us-west-2:123456789012:channel/", body["channel"]!["arn"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("sk_us-west-2_", body["streamKey"]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_contains_the_whole_URL_is_accepted()
    {
        var headers = Client.Headers("POST", "/ListChannels", string.Empty, "{}"u8.ToArray());
        var response = await SignedClient.RawAsync(
            Emulator.Port,
            $"POST {Emulator.Url}/ListChannels HTTP/1.1\r\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}"
                + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        Assert.StartsWith("HTTP/1.1 200 ", response, StringComparison.Ordinal);
        Assert.Equal("/ListChannels", Emulator.Requests.Single().Path);
    }

    [Theory]
    [InlineData("http://host", "/")]
    [InlineData("HTTPS://host:1/a%20b?c=d", "/a%20b?c=d")]
    [InlineData("http://host?c=d/e", "/?c=d/e")]
    [InlineData("/http://host", "/http://host")]
    [InlineData("*", "*")]
    public void The_path_and_query_of_a_target_stay_encoded(string target, string expected) =>
        Assert.Equal(expected, RequestTarget.PathAndQuery(target));

    [Theory]
    [InlineData("Nothing", "{}", 404, "UnknownOperationException")]
    [InlineData("GetChannel", "{}", 400, "ValidationException")]
    [InlineData("GetChannel", "[]", 400, "ValidationException")]
    [InlineData("GetChannel", "{\"arn\":", 400, "ValidationException")]
    [InlineData("GetChannel", "{\"arn\":1}", 400, "ValidationException")]
    [InlineData("GetChannel", "{\"arn\":\"arn:aws:ivs:us-west-2:123456789012:channel/x\\n\"}", 400, "ValidationException")]
    [InlineData("GetChannel", "{\"arn\":\"arn:aws:ivs:us-west-2:123456789012:channel/none\"}", 404, "ResourceNotFoundException")]
    [InlineData("CreateChannel", "{\"type\":\"basic\"}", 400, "ValidationException")]
    [InlineData("CreateChannel", "{\"authorized\":\"true\"}", 400, "ValidationException")]
    [InlineData("CreateChannel", "{\"tags\":{\"\":\"x\"}}", 400, "ValidationException")]
    [InlineData("CreateChannel", "{\"tags\":{\"aws:x\":\"x\"}}", 400, "ValidationException")]
    [InlineData("BatchGetChannel", "{\"arns\":[]}", 400, "ValidationException")]
    [InlineData("ListChannels", "{\"maxResults\":101}", 400, "ValidationException")]
    [InlineData("ListChannels", "{\"maxResults\":0}", 400, "ValidationException")]
    [InlineData("ListChannels", "{\"nextToken\":\"made+up\"}", 400, "ValidationException")]
    [InlineData("ListChannels", "{\"filterByName\":\"a\",\"filterByRecordingConfigurationArn\":\"\"}", 409, "ConflictException")]
    [InlineData("ImportPlaybackKeyPair", "{\"publicKeyMaterial\":\"MHYwEAYHKoZIzj0CAQ\"}", 400, "ValidationException")]
    public async Task A_request_that_does_not_match_the_API_is_rejected(string operation, string body, int status, string code)
    {
        var response = await Client.PostAsync(operation, body);
        Assert.Equal(status, (int)response.Status);
        Assert.Equal(code, response.Error);
        Assert.NotEmpty(response.Body["exceptionMessage"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(128, 200)]
    [InlineData(129, 400)]
    public async Task The_length_of_a_tag_key_is_measured_in_code_points(int length, int status)
    {
        // A letter above U+FFFF has two char values and one code point.
        var key = string.Concat(Enumerable.Repeat("𐐷", length));
        var request = new JsonObject { ["tags"] = new JsonObject { [key] = "x" } };
        Assert.Equal(status, (int)(await Client.PostAsync("CreateChannel", request.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("CreateChannel", "{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData("CreateChannel", "{\"tags\":{\"a\":\"\\ud800\"}}")]
    [InlineData("CreateChannel", "{\"tags\":{\"\\udc00\":\"x\"}}")]
    [InlineData("CreateChannel", "{\"tags\":{\"😀\":\"x\"}}")]
    [InlineData("CreateChannel", "{\"tags\":{\"a\":\"b&c\"}}")]
    [InlineData("ListChannels", "{\"maxResults\":5.0}")]
    [InlineData("ListChannels", "{\"maxResults\":1e1}")]
    [InlineData("ListChannels", "{\"maxResults\":1e400}")]
    [InlineData("ListChannels", "{\"maxResults\":99999999999999999999}")]
    [InlineData("GetChannel", "{\"arn\":\"arn:aws:svs:us-west-2:123456789012:channel/x\"}")]
    public async Task An_invalid_request_returns_a_ValidationException_with_a_message(string operation, string body)
    {
        var response = await Client.PostAsync(operation, body);
        Assert.Equal((400, "ValidationException"), ((int)response.Status, response.Error));
        Assert.NotEmpty(response.Body["message"]!.GetValue<string>());
        Assert.Equal(response.Body["message"]!.GetValue<string>(), response.Body["exceptionMessage"]!.GetValue<string>());
    }

    [Fact]
    public async Task UntagResource_without_tag_keys_is_rejected()
    {
        var arn = (await Client.PostAsync("CreateChannel", "{}")).Body["channel"]!["arn"]!.GetValue<string>();
        Assert.Equal(
            "ValidationException",
            (await Client.SendAsync("DELETE", "/tags/" + Uri.EscapeDataString(arn), string.Empty, string.Empty)).Error);
    }

    [Fact]
    public async Task A_page_token_stays_valid_if_the_listed_channels_are_deleted_but_not_if_the_token_or_filter_is_changed()
    {
        var arns = new List<string>();
        for (var i = 0; i < 5; i++)
            arns.Add((await Client.PostAsync("CreateChannel", "{}")).Body["channel"]!["arn"]!.GetValue<string>());
        var token = (await Client.PostAsync("ListChannels", """{"maxResults":2}""")).Body["nextToken"]!.GetValue<string>();
        foreach (var arn in arns.Take(2))
            await Client.PostAsync("DeleteChannel", new JsonObject { ["arn"] = arn }.ToJsonString());
        var next = new JsonObject { ["nextToken"] = token };
        var rest = (await Client.PostAsync("ListChannels", next.ToJsonString())).Body["channels"]!.AsArray();
        Assert.Equal(arns.Skip(2), rest.Select(channel => channel!["arn"]!.GetValue<string>()));
        var forged = Convert.FromBase64String(token);
        forged[0]++;
        var ofForgery = new JsonObject { ["nextToken"] = Convert.ToBase64String(forged) };
        Assert.Equal("ValidationException", (await Client.PostAsync("ListChannels", ofForgery.ToJsonString())).Error);
        var ofOtherFilter = new JsonObject { ["nextToken"] = token, ["filterByName"] = "x" };
        Assert.Equal("ValidationException", (await Client.PostAsync("ListChannels", ofOtherFilter.ToJsonString())).Error);
    }

    [Fact]
    public async Task All_501_channels_are_listed_in_pages_and_ListPlaybackKeyPairs_rejects_a_page_token_of_ListChannels()
    {
        for (var i = 0; i < 501; i++)
            await Client.PostAsync("CreateChannel", $$"""{"name":"c{{i}}"}""");
        var (names, pages, token) = (new List<string>(), 0, (string?)null);
        do
        {
            var request = new JsonObject { ["maxResults"] = 100 };
            if (token is not null)
                request["nextToken"] = token;
            var (_, _, page) = await Client.PostAsync("ListChannels", request.ToJsonString());
            names.AddRange(page["channels"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
            token = page["nextToken"]?.GetValue<string>();
            pages++;
        }
        while (token is not null);
        Assert.Equal(6, pages);
        Assert.Equal(Enumerable.Range(0, 501).Select(i => $"c{i}"), names);
        var first = await Client.PostAsync("ListChannels", """{"maxResults":1}""");
        var foreign = new JsonObject { ["nextToken"] = first.Body["nextToken"]!.GetValue<string>() };
        Assert.Equal("ValidationException", (await Client.PostAsync("ListPlaybackKeyPairs", foreign.ToJsonString())).Error);
    }

    [Fact]
    public async Task Planned_faults_and_PendingVerification_and_a_rate_limit_affect_the_next_requests()
    {
        Emulator.Faults.Fail("ListChannels", "ThrottlingException", 2);
        Assert.Equal((HttpStatusCode)429, (await Client.PostAsync("ListChannels", "{}")).Status);
        Assert.Equal("ThrottlingException", (await Client.PostAsync("ListChannels", "{}")).Error);
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
        Emulator.Faults.PendingVerification = true;
        Assert.Equal("PendingVerification", (await Client.PostAsync("CreateChannel", "{}")).Error);
        Emulator.Faults.Clear();
        Emulator.Faults.RequestsPerSecond = 1;
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
        Assert.Equal((HttpStatusCode)429, (await Client.PostAsync("ListChannels", "{}")).Status);
    }

    [Fact]
    public async Task Without_a_token_a_public_channel_plays_and_a_private_channel_is_rejected()
    {
        using var http = new HttpClient();
        var open = (await Client.PostAsync("CreateChannel", "{}")).Body["channel"]!;
        var closed = (await Client.PostAsync("CreateChannel", """{"authorized":true}""")).Body["channel"]!;
        await http.PostAsync(
            new Uri($"{Emulator.Url}/_emulator/channels/{Uri.EscapeDataString(open["arn"]!.GetValue<string>())}/stream"),
            Json("{}"),
            TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "#EXTM3U",
            await http.GetStringAsync(new Uri(open["playbackUrl"]!.GetValue<string>()), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        var rejected = await http.GetAsync(new Uri(closed["playbackUrl"]!.GetValue<string>()), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, rejected.StatusCode);
        var errors = JsonNode.Parse(await rejected.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("invalid_playback_auth_token", errors[0]!["error_code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")]
    [InlineData("POST /CreateChannel HTTP/1.1\r\nHost: evil.test:80\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /CreateChannel HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n")]
    public async Task Malformed_HTTP_and_requests_for_other_hosts_are_rejected_but_the_next_request_succeeds(string raw)
    {
        Assert.StartsWith("HTTP/1.1 4", await SignedClient.RawAsync(Emulator.Port, raw), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}")).Status);
    }

    [Fact]
    public async Task A_body_above_the_size_limit_is_rejected()
    {
        var (status, error, _) = await Client.PostAsync("CreateChannel", $$"""{"name":"{{new string('a', 1024 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("RequestEntityTooLargeException", error);
    }

    [Fact]
    public async Task Parallel_requests_keep_the_state_consistent()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 25; i++)
                Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("CreateChannel", "{}")).Status);
        }));
        var channels = (await Client.PostAsync("ListChannels", """{"maxResults":100}""")).Body["channels"]!.AsArray();
        var arns = channels.Select(c => c!["arn"]!.GetValue<string>());
        Assert.Equal(100, arns.Distinct().Count());
        Assert.Equal(201, Emulator.Requests.Count);
    }

    [Fact]
    public async Task The_emulator_closes_immediately_even_if_a_request_waits()
    {
        Emulator.Faults.Latency = TimeSpan.FromMinutes(5);
        var call = Client.PostAsync("ListChannels", "{}");
        await Eventually.IsAsync(() => Emulator.InFlight == 1);
        Emulator.Dispose();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
        Assert.Null(EmulatorServer.Find(Emulator.Url));
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    [Fact]
    public void A_port_in_use_is_rejected_and_two_emulators_have_different_ports()
    {
        using var other = EmulatorServer.Start();
        Assert.NotEqual(Emulator.Port, other.Port);
        Assert.Same(other, EmulatorServer.Find($"http://localhost:{other.Port}/"));
        Assert.Throws<EmulatorPortException>(() => EmulatorServer.Start(new EmulatorOptions { Port = other.Port }));
    }
}
