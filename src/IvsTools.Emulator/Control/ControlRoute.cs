using System.Collections.Specialized;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Ingest;
using IvsTools.Emulator.State;
using IvsTools.Emulator.WebPage;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Emulator.Control;

/// <summary>Handles the HTTP requests that control the emulator.</summary>
internal sealed class ControlRoute
{
    private const string Prefix = Paths.Control;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<string> OpenApi = new(ReadOpenApi);

    private readonly ScopedStates _states;
    private readonly FaultSchedule _faults;
    private readonly RequestLog _log;
    private readonly IngestLog _ingest;
    private readonly StreamControl _streams;
    private readonly RecordingControl _recordings;
    private readonly ControlAction[] _actions;

    public ControlRoute(ScopedStates states, FaultSchedule faults, RequestLog log, IngestLog ingest, Action save)
    {
        (_states, _faults, _log, _ingest) = (states, faults, log, ingest);
        (_streams, _recordings) = (new StreamControl(states), new RecordingControl(states));
        var overview = new Overview(states, faults, log, ingest);
        _actions =
        [
            new("GET", "", [], _ => Index()),
            new("GET", "openapi.json", [], _ => Response.Text(200, "application/json", OpenApi.Value)),
            new("GET", "health", [], _ => Health()),
            new("GET", "overview", [], _ => Response.Of(200, overview.Read())),
            new("GET", "faults", [], _ => Response.Of(200, Node(faults.Planned))),
            new("POST", "faults", FaultPlan.Members, call => Done(() => FaultPlan.Apply(faults, call))),
            new("DELETE", "faults", [], _ => Done(faults.Clear)),
            new("GET", "requests", [], Requests) { Query = ["operation"] },
            new("DELETE", "requests", [], _ => Done(log.Clear)),
            new("GET", "encoders", [], _ => Response.Of(200, Node(ingest.All))),
            new("POST", "channels/{arn}/stream", ["state", "health", "viewerCount"], call => Done(() => Stream(call))),
            new(
                "POST",
                "recording-configurations/{arn}",
                ["state"],
                call => Done(() => _recordings.Set(call.Arn, call.Text("state") ?? throw Absent("state")))),
            new("POST", "viewers", ["country"], call => Done(() => SetCountry(call))),
            new("POST", "clock", ["advanceSeconds"], call => Done(() => Advance(call))),
            new("POST", "state", [], _ => Done(save)),
            new("POST", "reset", [], _ => Done(Reset)),
        ];
    }

    public Response Handle(string method, string path, string query, NameValueCollection headers, byte[] body)
    {
        RequireNoOtherSite(headers);
        if (method == "GET" && PageFiles.Find(path[Prefix.Length..], headers) is { } file)
            return file;
        if (body.Length > 0
            && !(headers["Content-Type"] ?? string.Empty).StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiException.Validation("The Content-Type must be application/json.");
        }
        var (action, arn) = Find(method, path[Prefix.Length..]);
        var call = new ControlCall(arn, ReadQuery(query), StrictJson.ReadObject(body));
        RequireKnown(call.Input.Select(member => member.Key), action.Members, "member");
        RequireKnown(call.Query.Keys, action.Query, "query parameter");
        return action.Do(call);
    }

    // Any web page can send requests to 127.0.0.1, but the browser adds headers that identify the page's site.
    private static void RequireNoOtherSite(NameValueCollection headers)
    {
        var isForeign = headers["Origin"] is { } origin && origin != $"http://{headers["Host"]}" && origin != $"https://{headers["Host"]}";
        if (isForeign || headers["Sec-Fetch-Site"] is "cross-site" or "same-site")
        {
            throw new ApiException(
                ApiErrorCode.AccessDeniedException, "The control routes do not accept requests from web pages of other sites.");
        }
    }

    private static void RequireKnown(IEnumerable<string> names, string[] known, string what)
    {
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw ApiException.Validation($"The {what} {SafeText.Quote(unknown)} does not exist.{Nearest(unknown, known)}");
    }

    private static string Nearest(string name, IReadOnlyCollection<string> known) =>
        known.Count == 0 ? string.Empty : $" Did you mean '{NameDistance.Nearest(name, known)}'?";

    private static Dictionary<string, string> ReadQuery(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            if (!values.TryAdd(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? string.Empty)))
                throw ApiException.Validation($"The query parameter {SafeText.Quote(pair[0])} appears twice.");
        }
        return values;
    }

    private (ControlAction Action, string Arn) Find(string method, string path)
    {
        foreach (var action in _actions)
        {
            if (action.Method == method && action.Matches(path, out var arn))
                return (action, arn);
        }
        var routes = _actions.Select(action => $"{action.Method} {Prefix}{action.Path}").ToList();
        var route = $"{method} {Prefix}{path}";
        throw new ApiException(
            CommonErrorCode.UnknownOperationException,
            $"The emulator has no control route {SafeText.Quote(route)}.{Nearest(route, routes)}");
    }

    private Response Index() => Response.Of(200, new JsonObject
    {
        ["openapi"] = Prefix + "openapi.json",
        ["routes"] = Node(_actions.Select(action => new { action.Method, Path = Prefix + action.Path, action.Query, action.Members })),
    });

    private Response Health() => Response.Of(200, new JsonObject([new("status", "ok"), .. Identity(_states)]));

    private Response Requests(ControlCall call)
    {
        var operation = call.Query.GetValueOrDefault("operation");
        if (operation is not null)
            RequireKnown([operation], [.. ApiModel.Instance.Operations.Keys], "operation");
        return Response.Of(200, Node(_log.All.Where(request => operation is null || request.Operation == operation)));
    }

    private void Stream(ControlCall call)
    {
        switch (call.Text("state") ?? "LIVE")
        {
            case "LIVE":
                _streams.Start(call.Arn);
                _streams.Change(call.Arn, call.Text("health"), call.Value<long>("viewerCount"));
                break;
            case "OFFLINE":
                _streams.End(call.Arn);
                break;
            case "FAILED":
                _streams.End(call.Arn, failed: true);
                break;
            case var other:
                throw ApiException.Validation($"The state {SafeText.Quote(other)} is not valid. Use LIVE, OFFLINE or FAILED.");
        }
    }

    private void SetCountry(ControlCall call)
    {
        var country = call.Text("country");
        ControlCall.Apply("country", () => _states.ViewerCountry = country);
    }

    private void Advance(ControlCall call)
    {
        var seconds = call.Value<double>("advanceSeconds") ?? throw Absent("advanceSeconds");
        ControlCall.Apply("advanceSeconds", () => _states.Time.Advance(TimeSpan.FromSeconds(seconds)));
    }

    private void Reset()
    {
        _states.Clear();
        _faults.Clear();
        _log.Clear();
        _ingest.Clear();
    }

    internal static KeyValuePair<string, JsonNode?>[] Identity(ScopedStates states) =>
    [
        new("region", states.Own.Region),
        new("accountId", states.Own.AccountId),
        new("time", states.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
    ];

    internal static JsonNode? Node(object value) => JsonSerializer.SerializeToNode(value, Web);

    private static ApiException Absent(string member) => ApiException.Validation($"The member '{member}' is missing.");

    private static Response Done(Action action)
    {
        action();
        return Response.Of(200, new JsonObject());
    }

    private static string ReadOpenApi()
    {
        using var stream = typeof(ControlRoute).Assembly.GetManifestResourceStream("openapi.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
