using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Tests;

/// <summary>An emulator, a client that signs requests, and a client for the control routes.</summary>
public abstract class EmulatorTest : IDisposable
{
    /// <summary>The beginning of the ARNs of resources that do not exist.</summary>
    protected const string Missing = "arn:aws:ivs:us-west-2:123456789012:";

    private readonly HttpClient _control = new();

    protected EmulatorTest()
        : this(new EmulatorOptions())
    {
    }

    protected EmulatorTest(EmulatorOptions options)
    {
        Emulator = EmulatorServer.Start(options);
        Client = new SignedClient(Emulator);
    }

    protected EmulatorServer Emulator { get; }

    protected SignedClient Client { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _control.Dispose();
        Client.Dispose();
        Emulator.Dispose();
    }

    protected static string Arn(JsonNode resource) => resource["arn"]!.GetValue<string>();

    protected static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    protected async Task<JsonObject> GoodAsync(string operation, JsonObject? request = null)
    {
        var (status, error, body) = await Client.PostAsync(operation, (request ?? []).ToJsonString());
        Assert.True((int)status < 300, $"{operation}: {error}");
        return body;
    }

    protected async Task RejectedAsync(string code, string operation, JsonObject request) =>
        Assert.Equal(code, (await Client.PostAsync(operation, request.ToJsonString())).Error);

    /// <summary>Creates a channel and returns its ARN.</summary>
    protected async Task<string> ChannelAsync(JsonObject? request = null) => Arn((await GoodAsync("CreateChannel", request))["channel"]!);

    /// <summary>Creates a live channel and returns its ARN.</summary>
    protected async Task<string> LiveChannelAsync(JsonObject? request = null)
    {
        var arn = await ChannelAsync(request);
        Emulator.Streams.Start(arn);
        return arn;
    }

    /// <summary>Returns the receiver of a channel's media.</summary>
    private protected ChannelMedia SinkOf(string channelArn)
    {
        lock (Emulator.States)
            return Emulator.States.Of(channelArn).Media.Of(channelArn);
    }

    /// <summary>Sends a request to a control route. If the body is null, the request does not have a body.</summary>
    protected async Task<(HttpStatusCode Status, JsonNode? Body)> ControlAsync(
        string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Emulator.Url}/_emulator/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _control.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
