using IvsTools.Core.Tests.Service;
using IvsTools.Playback;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Playback;

/// <summary>Checks playback URLs of servers that are not Amazon IVS.</summary>
public sealed class PlaybackCheckTests
{
    private const string Path = "api/video/v1/us-west-2.123456789012.channel.abcdABCDefgh.m3u8";
    private const string Rejection = """[{"error":"x","error_code":"y"}]""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Dates =>
    [
        "",
        "Date: yesterday\r\n",
        "Date: Fri, 31 Dec 9999 23:59:59 GMT\r\nAge: 2147483647\r\n",
        "Date: Mon, 01 Jan 0001 00:00:00 GMT\r\nAge: -1\r\n",
        "Date: Mon, 01 Jan 0001 00:00:00 GMT\r\n",
        "Date: Fri, 31 Dec 9999 23:59:59 GMT\r\n",
        "Age: 2147483647\r\n",
    ];

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task A_403_response_is_reported_even_if_its_Date_and_Age_headers_are_missing_or_invalid(string headers)
    {
        using var server = new HostileServer("403 Forbidden", headers, Rejection);
        var report = await RunAsync(server, "?token=a.b.c");
        Assert.Equal((false, 403, "x"), (report.CanPlay, report.HttpStatus, report.ErrorMessage));
    }

    [Fact]
    public async Task A_server_with_the_clock_of_this_machine_has_no_clock_skew()
    {
        // The Date header contains whole seconds, so it can be up to one second early.
        using var server = new HostileServer((stream, stop) => HostileServer.WriteAsync(
            stream, HostileServer.Head("403 Forbidden", $"Date: {DateTimeOffset.UtcNow:r}\r\n") + Rejection, stop));
        Assert.Equal(TimeSpan.Zero, (await RunAsync(server)).ClockSkew);
    }

    [Theory]
    [InlineData("X: ", 70_000)]
    [InlineData("\r\n", 1_100_000)]
    public async Task A_response_that_is_too_long_causes_an_error(string before, int length)
    {
        using var server = new HostileServer("200 OK", before + new string('x', length) + "\r\n");
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => RunAsync(server));
        Assert.Equal(IvsErrorCode.InvalidResponse, error.ErrorCode);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1/", IvsErrorCode.ConnectionFailed)]
    [InlineData("http://nowhere.invalid/", IvsErrorCode.ConnectionFailed)]
    public async Task The_error_for_a_host_that_cannot_be_reached_does_not_contain_the_token(string host, string code)
    {
        using var check = new PlaybackCheck([], null, null, TimeSpan.FromSeconds(20));
        var error = await Assert.ThrowsAsync<IvsServiceException>(
            () => check.RunAsync(PlaybackTarget.Parse($"{host}{Path}?token=Zm9vYmFyYmF6")!, Stop));
        Assert.Equal(code, error.ErrorCode);
        Assert.DoesNotContain("Zm9vYmFy", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_TLS_causes_an_error()
    {
        using var server = new HostileServer("200 OK");
        var error = await Assert.ThrowsAsync<IvsServiceException>(() => RunAsync(server, scheme: "https"));
        Assert.Equal(IvsErrorCode.ConnectionFailed, error.ErrorCode);
    }

    private static async Task<PlaybackReport> RunAsync(HostileServer server, string query = "", string scheme = "http")
    {
        using var check = new PlaybackCheck([], null, null, TimeSpan.FromSeconds(20));
        var url = server.Url.Replace("http", scheme, StringComparison.Ordinal) + Path + query;
        return await check.RunAsync(PlaybackTarget.Parse(url)!, Stop);
    }
}
