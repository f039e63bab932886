using System.Globalization;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The stream sessions of each channel, newest first. The newest can be live.</summary>
internal sealed class StreamTable(TimeProvider time, RandomText names)
{
    private const double MetadataPerSecond = 5;
    private const double MetadataPerSecondOfAccount = 155;
    private const int Limit = 100;
    private const int MostEvents = 500;
    private const string StateChange = "IVS Stream State Change";
    private const string HealthChange = "IVS Stream Health Change";

    private readonly Dictionary<string, List<JsonObject>> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnAir> _onAir = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);
    private long _lastPlace;
    private Rate _metadata = new(MetadataPerSecondOfAccount, time);

    /// <summary>The live streams, in the format of Stream in the API.</summary>
    public IEnumerable<JsonObject> Live => _onAir.Values.Select(live => live.Stream).OrderBy(PlaceOf);

    /// <summary>The number of a stream or session in the order of their starts.</summary>
    public long PlaceOf(JsonObject streamOrSession) => _places[streamOrSession["streamId"]!.GetValue<string>()];

    /// <summary>The stream of a channel, or null.</summary>
    public JsonObject? Current(string channelArn) => _onAir.GetValueOrDefault(channelArn)?.Stream;

    /// <summary>The sessions of a channel, newest first, in the format of StreamSession in the API.</summary>
    public IReadOnlyList<JsonObject> SessionsOf(string channelArn) => _sessions.GetValueOrDefault(channelArn) ?? [];

    /// <summary>Starts a stream. A live channel does not change.</summary>
    public void Start(JsonObject channel, JsonObject? recordingConfiguration)
    {
        var arn = ResourceTable.ArnOf(channel);
        if (_onAir.ContainsKey(arn))
            return;
        if (_onAir.Count >= Limit)
            throw new ApiException("ServiceQuotaExceededException", $"Concurrent stream limit of {Limit} exceeded.");
        var (id, now) = ("st-" + names.Next(23), Now());
        _places[id] = ++_lastPlace;
        var session = new JsonObject
        {
            ["streamId"] = id,
            ["startTime"] = now,
            ["channel"] = channel.DeepClone(),
            ["ingestConfiguration"] = new JsonObject { ["video"] = Ingest.Video(), ["audio"] = Ingest.Audio() },
            ["ingestConfigurations"] = new JsonObject
            {
                ["videoConfigurations"] = new JsonArray(Ingest.Video()),
                ["audioConfigurations"] = new JsonArray(Ingest.Audio()),
            },
            ["truncatedEvents"] = new JsonArray(),
        };
        if (recordingConfiguration is not null)
            session["recordingConfiguration"] = recordingConfiguration.DeepClone();
        AddEvent(session, "Session Created", StateChange);
        AddEvent(session, "Stream Start", StateChange);
        AddSession(arn, session);
        _onAir[arn] = new OnAir(session, new JsonObject
        {
            ["channelArn"] = arn,
            ["streamId"] = id,
            ["playbackUrl"] = channel["playbackUrl"]?.DeepClone(),
            ["startTime"] = now,
            ["state"] = "LIVE",
            ["health"] = "HEALTHY",
            ["viewerCount"] = 0,
        }, new Rate(MetadataPerSecond, time));
    }

    /// <summary>Changes a live stream. Null for no change.</summary>
    public void Change(string channelArn, string? health, long? viewerCount)
    {
        if (!_onAir.TryGetValue(channelArn, out var live))
            return;
        if (viewerCount is not null)
            live.Stream["viewerCount"] = viewerCount;
        if (health is null || live.Stream["health"]!.GetValue<string>() is var before && before == health)
            return;
        live.Stream["health"] = health;
        if (health == "STARVING")
            AddEvent(live.Session, "Starvation Start", HealthChange);
        else if (before == "STARVING")
            AddEvent(live.Session, "Starvation End", HealthChange);
    }

    /// <summary>Ends a stream.</summary>
    public void End(string channelArn, bool failed = false)
    {
        if (!_onAir.Remove(channelArn, out var live))
            return;
        AddEvent(live.Session, failed ? "Stream Failure" : "Stream End", StateChange);
        AddEvent(live.Session, "Session Ended", StateChange);
        live.Session["endTime"] = Now();
    }

    /// <summary>True if one more metadata call is allowed.</summary>
    public bool TakeMetadata(string channelArn) => _onAir[channelArn].Metadata.TryTake() && _metadata.TryTake();

    /// <summary>Starts an ad break. False if one is in progress.</summary>
    public bool TryBeginAdBreak(string channelArn, TimeSpan duration)
    {
        var live = _onAir[channelArn];
        if (time.GetUtcNow() < live.AdBreakEnd)
            return false;
        live.AdBreakEnd = time.GetUtcNow() + duration;
        return true;
    }

    public void Forget(string channelArn)
    {
        foreach (var session in SessionsOf(channelArn))
            _places.Remove(session["streamId"]!.GetValue<string>());
        _sessions.Remove(channelArn);
    }

    public void Clear()
    {
        _sessions.Clear();
        _onAir.Clear();
        _places.Clear();
        _metadata = new(MetadataPerSecondOfAccount, time);
    }

    /// <summary>All sessions in the order of their starts, each with its stream if it is live.</summary>
    public JsonArray Save() => new([.. _sessions
        .SelectMany(channel => channel.Value.Select(session => (ChannelArn: channel.Key, Session: session)))
        .OrderBy(entry => PlaceOf(entry.Session))
        .Select(entry => new JsonObject
        {
            ["channelArn"] = entry.ChannelArn,
            ["session"] = entry.Session.DeepClone(),
            ["stream"] = Current(entry.ChannelArn) is { } stream && PlaceOf(stream) == PlaceOf(entry.Session) ? stream.DeepClone() : null,
        })]);

    public void Load(JsonArray saved)
    {
        foreach (var entry in saved)
        {
            var (arn, session) = (entry!["channelArn"]!.GetValue<string>(), entry["session"]!.DeepClone().AsObject());
            _places.Add(session["streamId"]!.GetValue<string>(), ++_lastPlace);
            AddSession(arn, session);
            if (entry["stream"] is { } stream)
                _onAir.Add(arn, new OnAir(session, stream.DeepClone().AsObject(), new Rate(MetadataPerSecond, time)));
        }
    }

    private void AddSession(string channelArn, JsonObject session)
    {
        if (!_sessions.TryGetValue(channelArn, out var sessions))
            _sessions[channelArn] = sessions = [];
        sessions.Insert(0, session);
    }

    private void AddEvent(JsonObject session, string name, string type)
    {
        var events = session["truncatedEvents"]!.AsArray();
        events.Insert(0, new JsonObject { ["name"] = name, ["type"] = type, ["eventTime"] = Now() });
        if (events.Count > MostEvents)
            events.RemoveAt(MostEvents);
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed record OnAir(JsonObject Session, JsonObject Stream, Rate Metadata)
    {
        public DateTimeOffset AdBreakEnd { get; set; }
    }
}
