using System.Net;
using System.Text;

namespace IvsTools.Emulator.Tests;

/// <summary>Web pages of allowed origins can call the API. Only the emulator's own page can call the control routes.</summary>
public sealed class CrossOriginTests() : EmulatorTest(new EmulatorOptions { AllowedOrigins = [Studio] })
{
    private const string Studio = "https://studio.example";
    private readonly HttpClient _http = new();

    [Theory]
    [InlineData("/CreateChannel", "POST")]
    [InlineData("/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fx", "DELETE")]
    public async Task A_page_of_an_allowed_origin_can_send_the_headers_of_the_API(string path, string method)
    {
        using var response = await SendAsync(
            "OPTIONS",
            path,
            ("Origin", Studio),
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", "authorization,content-type,x-amz-date"));
        Assert.Equal((HttpStatusCode.NoContent, Studio), (response.StatusCode, Header(response, "Access-Control-Allow-Origin")));
        Assert.Contains(method, Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        var allowed = Header(response, "Access-Control-Allow-Headers")!.Split(", ");
        Assert.Equal(
            [
                "Authorization", "Content-Type", "X-Amz-Content-Sha256", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-User-Agent",
                "X-Api-Key", "amz-sdk-invocation-id", "amz-sdk-request",
            ],
            allowed.Order(StringComparer.Ordinal));
        Assert.Equal("600", Header(response, "Access-Control-Max-Age"));
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_can_read_responses_and_errors()
    {
        using var response = await SendAsync("POST", "/ListChannels", ("Origin", Studio));
        Assert.Equal((HttpStatusCode.Forbidden, Studio), (response.StatusCode, Header(response, "Access-Control-Allow-Origin")));
        Assert.Equal("Origin", Header(response, "Vary"));
        Assert.Contains("x-amzn-errortype", Header(response, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        var signed = new Signing { Headers = new Dictionary<string, string> { ["Origin"] = Studio } };
        Assert.Equal(HttpStatusCode.OK, (await Client.PostAsync("ListChannels", "{}", signed)).Status);
    }

    [Theory]
    [InlineData("https://evil.test")]
    [InlineData("https://studio.example.evil.test")]
    [InlineData("http://studio.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_page_of_another_origin_cannot_read_responses(string origin)
    {
        foreach (var method in new[] { "OPTIONS", "POST" })
        {
            using var response = await SendAsync(method, "/ListChannels", ("Origin", origin), ("Access-Control-Request-Method", "POST"));
            Assert.Null(Header(response, "Access-Control-Allow-Origin"));
            Assert.Null(Header(response, "Access-Control-Allow-Headers"));
            Assert.NotEqual(HttpStatusCode.NoContent, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("Origin", Studio)]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_cannot_call_the_control_routes(string header, string value)
    {
        var arn = await ChannelAsync();
        (string, string)[] routes =
        [
            ("POST", "reset"), ("POST", "faults"), ("DELETE", "requests"), ("GET", "requests"), ("GET", "health"), ("OPTIONS", "reset"),
            ("GET", "nothing"),
        ];
        foreach (var (method, path) in routes)
        {
            using var response = await SendAsync(method, "/_emulator/" + path, (header, value), ("Access-Control-Request-Method", "POST"));
            Assert.Equal((HttpStatusCode.Forbidden, null), (response.StatusCode, Header(response, "Access-Control-Allow-Origin")));
        }
        await GoodAsync("GetChannel", new() { ["arn"] = arn });
        Assert.NotEmpty(Emulator.Requests);
    }

    [Fact]
    public async Task The_control_routes_accept_requests_from_programs_and_from_the_page_of_the_emulator()
    {
        (string, string)[] headers =
            [("Origin", Emulator.Url), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"), ("X-Other", "1")];
        foreach (var header in headers)
            Assert.Equal(HttpStatusCode.OK, (await ControlAsync("GET", "health", null, header)).Status);
        using var plain = new HttpRequestMessage(HttpMethod.Post, Emulator.Url + "/_emulator/reset")
        {
            Content = new StringContent("{}", Encoding.UTF8, "text/plain"),
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.SendAsync(plain, TestContext.Current.CancellationToken)).StatusCode);
    }

    protected override void Dispose(bool disposing)
    {
        _http.Dispose();
        base.Dispose(disposing);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Emulator.Url + path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }
}
