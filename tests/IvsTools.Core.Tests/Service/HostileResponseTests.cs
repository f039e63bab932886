using System.IO.Compression;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

public class HostileResponseTests
{
    private static readonly ConnectionSettings Settings = new()
    {
        Region = "us-west-2",
        AccessKey = "AKIAIOSFODNN7EXAMPLE",
        SecretKey = "secret",
        SessionToken = "session",
        Timeout = TimeSpan.FromSeconds(20),
    };

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        using var other = new HostileServer("200 OK", "Content-Type: application/json\r\n", """{"channels":[]}""");
        using var server = new HostileServer($"{status} Moved", $"Location: {other.Url}\r\nContent-Length: 0\r\n");
        var e = await RejectedAsync(server, Operations.ListChannels, new());
        Assert.Equal(IvsErrorCode.InvalidResponse, e.ErrorCode);
        Assert.Contains($"HTTP {status}", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, other.Connections);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"channel":null,"streamKey":null}""")]
    [InlineData("""{"channel":{},"streamKey":{}}""")]
    [InlineData("""{"channel":{"arn":"a"}}""")]
    [InlineData("""{"channel":{"arn":"a","authorized":"yes"},"streamKey":{"arn":"b"}}""")]
    public async Task An_incomplete_response_to_a_create_request_is_invalid(string body)
    {
        using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
        var e = await RejectedAsync(server, Operations.CreateChannel, new());
        Assert.Equal(IvsErrorCode.InvalidResponse, e.ErrorCode);
        Assert.True(e.IsUncertain);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_response_for_another_resource_is_invalid()
    {
        const string Requested = "arn:aws:ivs:us-west-2:123456789012:channel/a";
        await AnotherAsync(Operations.GetChannel, new(Requested), """{"channel":{"arn":"OTHER"}}""");
        await AnotherAsync(Operations.UpdateChannel, new(Requested), """{"channel":{"arn":"OTHER"}}""");
        await AnotherAsync(Operations.GetStreamKey, new(Requested), """{"streamKey":{"arn":"OTHER"}}""");
        await AnotherAsync(Operations.CreateStreamKey, new(Requested), """{"streamKey":{"arn":"key","channelArn":"OTHER","value":"v"}}""");
        await AnotherAsync(Operations.GetStream, new(Requested), """{"stream":{"channelArn":"OTHER"}}""");
        await AnotherAsync(Operations.GetStreamSession, new(Requested, "st-1"), """{"streamSession":{"streamId":"OTHER"}}""");
        await AnotherAsync(Operations.ListStreamKeys, new(Requested), """{"streamKeys":[{"arn":"key","channelArn":"OTHER"}]}""");
        await AnotherAsync(Operations.BatchGetChannel, new([Requested, Requested + "b"]), """{"channels":[{"arn":"OTHER"}],"errors":[]}""");
        await AnotherAsync(
            Operations.BatchGetStreamKey,
            new([Requested]),
            """{"streamKeys":[{"arn":"OTHER","channelArn":"a","value":"v"}],"errors":[]}""");

        static async Task AnotherAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, string body)
            where TRequest : class
            where TResponse : class
        {
            body = body.Replace("OTHER", "arn:aws:ivs:us-west-2:999999999999:channel/b", StringComparison.Ordinal);
            using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
            var e = await RejectedAsync(server, operation, request);
            Assert.Equal(IvsErrorCode.InvalidResponse, e.ErrorCode);
            Assert.Contains("999999999999", e.Message, StringComparison.Ordinal);
            Assert.Equal(1, server.Connections);
        }
    }

    /// <summary>DeleteStreamKey returns 204 without a body, and TagResource returns 200 with an empty object.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("{\"a\"")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task The_response_of_an_operation_without_a_result_must_have_the_expected_status_and_no_content(string body)
    {
        using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
        Assert.Equal(IvsErrorCode.InvalidResponse, (await RejectedAsync(server, Operations.DeleteStreamKey, new("arn"))).ErrorCode);
        if (body != "{}")
        {
            Assert.Equal(
                IvsErrorCode.InvalidResponse,
                (await RejectedAsync(server, Operations.TagResource, new("arn", new Dictionary<string, string>()))).ErrorCode);
        }
    }

    [Theory]
    [InlineData("""{"streamKeys":[null]}""")]
    [InlineData("""{"streamKeys":[{"arn":"a","tags":{"x":null}},{}]}""")]
    [InlineData("""{"nextToken":"x"}""")]
    public async Task A_list_with_an_incomplete_item_is_invalid(string body)
    {
        using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
        Assert.Equal(IvsErrorCode.InvalidResponse, (await RejectedAsync(server, Operations.ListStreamKeys, new("arn"))).ErrorCode);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("Co\u001bde")]
    [InlineData("<x>")]
    [InlineData("ThisIsMoreThanOneHundredCharactersLongThisIsMoreThanOneHundredCharactersLongThisIsMoreThanOneHundredCharactersLong")]
    public async Task An_invalid_error_code_does_not_become_an_error_ID(string code)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { __type = code, message = "x" });
        using var server = new HostileServer("400 Bad Request", $"Content-Length: {body.Length}\r\n", body);
        Assert.Equal(IvsErrorCode.InvalidResponse, (await RejectedAsync(server, Operations.ListChannels, new())).ErrorCode);
    }

    [Fact]
    public async Task A_long_message_is_truncated_and_its_control_characters_are_escaped()
    {
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { __type = "ValidationException", message = "a\u001b[2Jb\u202ec\0d\r\ne" + new string('x', 5000) });
        using var server = new HostileServer("400 Bad Request", $"Content-Length: {body.Length}\r\n", body);
        var e = await RejectedAsync(server, Operations.ListChannels, new());
        Assert.Contains(@"a\u001B[2Jb\u202Ec\u0000d\u000D\u000Ae", e.Message, StringComparison.Ordinal);
        Assert.True(e.Message.Length < 1200);
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
            Assert.DoesNotContain(inner.Message, char.IsControl);
    }

    [Fact]
    public async Task Control_characters_in_a_value_are_escaped()
    {
        const string hostile = "a\u001b[2J\u001b]0;x\u0007\u202eb\0\u009b";
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { tags = new Dictionary<string, string> { [hostile] = hostile, ["Straße 東京"] = "a\u00a0b 𠮷" } });
        using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
        var client = TestClient.For(Settings with { EndpointUrl = server.Url });
        var response = await client.SendAsync(
            Operations.ListTagsForResource, new("arn"), cancellationToken: TestContext.Current.CancellationToken);
        var tags = response.Tags;
        const string inert = @"a\u001B[2J\u001B]0;x\u0007\u202Eb\u0000\u009B";
        Assert.Equal(inert, tags[inert]);
        Assert.Equal("a\u00a0b 𠮷", tags["Straße 東京"]);
    }

    [Fact]
    public async Task A_redirect_to_the_same_URL_is_not_followed()
    {
        using var server = new HostileServer("308 Permanent Redirect", "Location: /ListChannels\r\nContent-Length: 0\r\n");
        Assert.Equal(IvsErrorCode.InvalidResponse, (await RejectedAsync(server, Operations.ListChannels, new())).ErrorCode);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", IvsErrorCode.ConnectionFailed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\n{}", IvsErrorCode.ConnectionFailed)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", IvsErrorCode.ConnectionFailed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"channels\"", IvsErrorCode.ConnectionFailed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n{\"channels\"", IvsErrorCode.InvalidResponse)]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 15\r\n\r\n{\"channels\":[]}", IvsErrorCode.InvalidResponse)]
    [InlineData("HTTP/1.1 400 Bad\r\nx-amzn-ErrorType: Validation Exception\r\nContent-Length: 2\r\n\r\n{}", IvsErrorCode.InvalidResponse)]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n", IvsErrorCode.InvalidResponse)]
    public async Task Every_invalid_response_causes_an_IvsServiceException(string bytes, string code)
    {
        using var server = new HostileServer((stream, stop) => HostileServer.WriteAsync(stream, bytes, stop));
        var e = await RejectedAsync(server, Operations.ListChannels, new());
        Assert.True(code == e.ErrorCode, e.ToString());
        Assert.True(e.InnerException is null or CauseException, e.ToString());
    }

    [Fact]
    public async Task A_compressed_body_is_not_decompressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(new byte[64 * 1024 * 1024]);
        using var server = new HostileServer(async (stream, stop) =>
        {
            await HostileServer.WriteAsync(
                stream, HostileServer.Head("200 OK", $"Content-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n"), stop);
            await stream.WriteAsync(packed.GetBuffer().AsMemory(0, (int)packed.Length), stop);
        });
        Assert.Equal(IvsErrorCode.InvalidResponse, (await RejectedAsync(server, Operations.ListChannels, new())).ErrorCode);
    }

    [Fact]
    public async Task An_endless_body_is_rejected_at_16_MB()
    {
        using var server = new HostileServer(async (stream, stop) =>
        {
            await HostileServer.WriteAsync(stream, HostileServer.Head("200 OK"), stop);
            var chunk = new byte[64 * 1024];
            while (true)
                await stream.WriteAsync(chunk, stop);
        });
        var e = await RejectedAsync(server, Operations.ListChannels, new());
        Assert.Equal(IvsErrorCode.InvalidResponse, e.ErrorCode);
        Assert.Contains("16 MB", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task A_call_with_a_stalled_response_ends_at_its_time_limit_or_when_it_is_canceled(string sent)
    {
        using var server = new HostileServer(async (stream, stop) =>
        {
            await HostileServer.WriteAsync(stream, sent, stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        var limited = TestClient.For(Settings with { EndpointUrl = server.Url, Timeout = TimeSpan.FromMilliseconds(300) });
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => limited.SendAsync(Operations.ListChannels, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(IvsErrorCode.OperationTimeout, e.ErrorCode);

        using var stop = new CancellationTokenSource();
        var client = TestClient.For(Settings with { EndpointUrl = server.Url, Timeout = TimeSpan.FromHours(1) });
        var call = client.SendAsync(Operations.ListChannels, new(), cancellationToken: stop.Token);
        await Eventually.IsAsync(() => server.Connections >= 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_list_request_is_repeated_after_a_lost_response_but_a_create_request_is_not()
    {
        using var server = new HostileServer((_, _) => Task.CompletedTask);
        var e = await RejectedAsync(server, Operations.CreateChannel, new("studio"));
        Assert.Equal(IvsErrorCode.ConnectionFailed, e.ErrorCode);
        Assert.Contains("A channel named 'studio' may have been created", e.Message, StringComparison.Ordinal);
        Assert.True(e.IsUncertain);
        Assert.Equal(1, server.Connections);

        e = await RejectedAsync(server, Operations.ListChannels, new());
        Assert.False(e.IsUncertain);
        Assert.True(server.Connections > 2);
    }

    [Fact]
    public async Task A_removal_with_a_lost_response_succeeds_if_the_resource_no_longer_exists()
    {
        const string body = """{"__type":"ResourceNotFoundException"}""";
        var requests = 0;
        using var server = new HostileServer((stream, stop) => requests++ == 0
            ? Task.CompletedTask
            : HostileServer.WriteAsync(stream, HostileServer.Head("404 Not Found", $"Content-Length: {body.Length}\r\n") + body, stop));
        var client = TestClient.For(Settings with { EndpointUrl = server.Url });
        await client.SendAsync(Operations.DeleteChannel, new("arn"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, server.Connections);
        Assert.Equal("ResourceNotFoundException", (await RejectedAsync(server, Operations.DeleteChannel, new("arn"))).ErrorCode);
    }

    [Fact]
    public async Task A_create_request_without_a_connection_reports_that_nothing_was_created()
    {
        string url;
        using (var server = new HostileServer("200 OK"))
            url = server.Url;
        var client = TestClient.For(Settings with { EndpointUrl = url });
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(Operations.CreateChannel, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(IvsErrorCode.ConnectionFailed, e.ErrorCode);
        Assert.False(e.IsUncertain);
    }

    [Fact]
    public async Task A_repeated_page_token_ends_the_list()
    {
        const string body = """{"channels":[],"nextToken":"again"}""";
        using var server = new HostileServer("200 OK", $"Content-Length: {body.Length}\r\n", body);
        var context = new CallContext(TestClient.For(Settings with { EndpointUrl = server.Url }));
        var pages = Paging.PagesAsync(
            context,
            Operations.ListChannels,
            token => new(NextToken: token),
            page => page.NextToken,
            cancellationToken: TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<IvsServiceException>(async () =>
        {
            await foreach (var page in pages)
                Assert.Empty(page.Channels!);
        });
        Assert.Equal(IvsErrorCode.InvalidResponse, e.ErrorCode);
        Assert.Equal(2, server.Connections);
    }

    private static async Task<IvsServiceException> RejectedAsync<TRequest, TResponse>(
        HostileServer server, Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        var client = TestClient.For(Settings with { EndpointUrl = server.Url });
        return await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(operation, request, cancellationToken: TestContext.Current.CancellationToken));
    }
}
