using System.Net;
using System.Text;
using System.Text.Json;
using IvsTools.Emulator.Http;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

/// <summary>A test double for services that use the AWS JSON protocol. It records the requests. A test sets the responses.</summary>
internal sealed class AwsJsonServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<Request, Response> _respond;
    private readonly List<Request> _requests = [];

    public AwsJsonServer(Func<Request, Response> respond)
    {
        _respond = respond;
        (_listener, var port) = LocalListener.Open(0);
        Url = $"http://127.0.0.1:{port}/";
        _ = Task.Run(AcceptAsync);
    }

    public string Url { get; }

    public ConnectionSettings Settings =>
        new() { Region = "us-west-2", EndpointUrl = Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" };

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => RespondAsync(context));
        }
    }

    private async Task RespondAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var request = new Request(context.Request.Headers["X-Amz-Target"]!.Split('.')[^1], Encoding.UTF8.GetString(body.ToArray()));
        lock (_requests)
            _requests.Add(request);
        var response = _respond(request);
        if (response.Body is null)
            return;
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = "7d2f0c1e-test";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(response.Body));
        context.Response.Close();
    }

    /// <summary>A request with its operation and its body.</summary>
    internal sealed record Request(string Operation, string Body)
    {
        public string? this[string member] =>
            JsonDocument.Parse(Body).RootElement.TryGetProperty(member, out var value) ? value.ToString() : null;
    }

    /// <summary>A response. If the body is null, the server does not respond.</summary>
    internal sealed record Response(int Status, string? Body)
    {
        public static Response Ok(object body) => new(200, JsonSerializer.Serialize(body));

        public static Response Error(string code, string message, int status = 400) =>
            new(status, JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = message }));
    }
}
