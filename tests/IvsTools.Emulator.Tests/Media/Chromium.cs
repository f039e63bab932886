using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>A page in Chromium without a window, controlled by the DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Process? _process;
    private Task _errors = Task.CompletedTask;
    private string? _session;
    private int _lastId;

    /// <summary>The exceptions, console messages and log entries of the page. Network errors are not included.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Opens a page. The test is skipped if Chromium is not installed.</summary>
    public static async Task<Chromium> OpenAsync(string url)
    {
        var chromium = new Chromium();
        try
        {
            await chromium.StartAsync();
            var target = await chromium.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
            var attached = await chromium.SendAsync(
                "Target.attachToTarget", new JsonObject { ["targetId"] = target["targetId"]!.DeepClone(), ["flatten"] = true });
            chromium._session = attached["sessionId"]!.GetValue<string>();
            await chromium.SendAsync("Page.enable");
            await chromium.SendAsync("Runtime.enable");
            await chromium.SendAsync("Log.enable");
            await chromium.SendAsync("Page.navigate", new JsonObject { ["url"] = url });
            await chromium.WaitForAsync("document.readyState === 'complete'");
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the value of an expression in the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var response = await SendAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
            ["userGesture"] = true,
        });
        Assert.True(response["exceptionDetails"] is null, response.ToJsonString());
        return response["result"]!["value"]?.DeepClone();
    }

    /// <summary>Waits until an expression in the page is true.</summary>
    public async Task WaitForAsync(string condition)
    {
        var isTrue = await EvaluateAsync(
            $$"""
            new Promise(resolve => {
              const end = Date.now() + {{(int)Longest.TotalMilliseconds / 2}};
              const check = () => {
                const value = Boolean({{condition}});
                if (value || Date.now() > end) resolve(value);
                else setTimeout(check, 50);
              };
              check();
            })
            """);
        Assert.True(isTrue!.GetValue<bool>(), $"{condition}\n{await EvaluateAsync("document.body.innerText")}");
    }

    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        using var timeout = new CancellationTokenSource(Longest);
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null)
            message["sessionId"] = _session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, timeout.Token);
        while (true)
        {
            var response = JsonNode.Parse(await ReceiveAsync(timeout.Token))!;
            // Only responses have an ID. Other messages are events.
            if (response["id"]?.GetValue<int>() != id)
            {
                AddProblem(response);
                continue;
            }
            return response["result"] ?? throw new InvalidOperationException($"{method}: {response.ToJsonString()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            // A Chromium process that still runs could write to the folder while the folder is deleted. Standard error ends only when
            // all Chromium processes have ended.
            await _errors.WaitAsync(Longest);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            ProgramFolder.Find("chromium"),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", "--remote-debugging-port=0",
                $"--user-data-dir={_folder["profile"]}", "about:blank",
            ])
        {
            RedirectStandardError = true,
            // Chromium does not delete its folder for temporary files when it is killed.
            Environment = { ["TMPDIR"] = _folder.Path },
        })!;
        using var timeout = new CancellationTokenSource(Longest);
        const string Listening = "DevTools listening on ";
        string? line;
        do
            line = await _process.StandardError.ReadLineAsync(timeout.Token);
        while (line?.StartsWith(Listening, StringComparison.Ordinal) == false);
        Assert.NotNull(line);
        // A full pipe would block the browser.
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        await _socket.ConnectAsync(new Uri(line[Listening.Length..]), timeout.Token);
    }

    private void AddProblem(JsonNode message)
    {
        switch (message["method"]?.GetValue<string>())
        {
            case "Log.entryAdded" when message["params"]!["entry"]!["source"]!.GetValue<string>() != "network":
            case "Runtime.exceptionThrown" or "Runtime.consoleAPICalled":
                Problems.Add(message["params"]!.ToJsonString());
                break;
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer, cancellationToken);
            message.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
    }
}
