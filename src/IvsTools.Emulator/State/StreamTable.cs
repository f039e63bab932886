using System.Globalization;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The newest stream sessions of each channel, newest first. Only the newest session can be live.</summary>
internal sealed class StreamTable(TimeProvider time, RandomText names)
{
    private const double MetadataPerSecond = 5;
    private const double MetadataPerSecondOfAccount = 155;
    private const int Limit = 100;
    private const int MostEvents = 500;

    // The service keeps sessions for 60 days. In the emulator, an encoder that reconnects every few seconds would fill the memory.
    private const int MostSessions = 500;
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

    /// <summary>Starts a stream. Does nothing if the channel is live.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="recordingConfiguration">The recording configuration of the channel.</param>
    /// <param name="cut">Disconnects the encoder when the stream ends. Null for a simulated encoder.</param>
    public void Start(JsonObject channel, JsonObject? recordingConfiguration, Action? cut = null)
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
        }, new Rate(MetadataPerSecond, time), cut);
        if (cut is null)
            Describe(arn, SimulatedInput.Video(), SimulatedInput.Audio());
    }

    /// <summary>Sets the input of a live stream. A track is null if the stream does not have it.</summary>
    public void Describe(string channelArn, JsonObject? video, JsonObject? audio)
    {
        if (!_onAir.TryGetValue(channelArn, out var live))
            return;
        live.Session["ingestConfiguration"] = new JsonObject { ["video"] = video?.DeepClone(), ["audio"] = audio?.DeepClone() };
        live.Session["ingestConfigurations"] = new JsonObject
        {
            ["videoConfigurations"] = video is null ? [] : new JsonArray(video.DeepClone()),
            ["audioConfigurations"] = audio is null ? [] : new JsonArray(audio.DeepClone()),
        };
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
    /// <param name="channelArn">The channel. Without a stream, nothing changes.</param>
    /// <param name="failed">True to end the session with a failure.</param>
    /// <param name="byEncoder">True if the encoder has ended the stream, so that the encoder does not have to be disconnected.</param>
    public void End(string channelArn, bool failed = false, bool byEncoder = false)
    {
        if (!_onAir.Remove(channelArn, out var live))
            return;
        AddEnd(live.Session, failed);
        if (!byEncoder)
            live.Cut?.Invoke();
    }

    /// <summary>True if one more metadata call is allowed.</summary>
    public bool TakeMetadata(string channelArn) => _onAir[channelArn].Metadata.TryTake() && _metadata.TryTake();

    /// <summary>Starts an ad break. False if an ad break is in progress.</summary>
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
        foreach (var live in _onAir.Values)
            live.Cut?.Invoke();
        _sessions.Clear();
        _onAir.Clear();
        _places.Clear();
        _metadata = new(MetadataPerSecondOfAccount, time);
    }

    /// <summary>
    /// All sessions in the order of their starts, each with its stream if it is live. A connection of an encoder cannot be
    /// saved, so its stream is saved as ended.
    /// </summary>
    public JsonArray Save() => new([.. _sessions
        .SelectMany(channel => channel.Value.Select(session => (ChannelArn: channel.Key, Session: session)))
        .OrderBy(entry => PlaceOf(entry.Session))
        .Select(entry => Save(entry.ChannelArn, entry.Session))]);

    public void Load(JsonArray saved)
    {
        foreach (var entry in saved)
        {
            var (arn, session) = (entry!["channelArn"]!.GetValue<string>(), entry["session"]!.DeepClone().AsObject());
            _places.Add(session["streamId"]!.GetValue<string>(), ++_lastPlace);
            AddSession(arn, session);
            if (entry["stream"] is { } stream)
                _onAir.Add(arn, new OnAir(session, stream.DeepClone().AsObject(), new Rate(MetadataPerSecond, time), Cut: null));
        }
    }

    private JsonObject Save(string channelArn, JsonObject session)
    {
        var saved = session.DeepClone().AsObject();
        var live = _onAir.GetValueOrDefault(channelArn);
        var isLive = live?.Session == session;
        if (isLive && live!.Cut is not null)
            AddEnd(saved, failed: false);
        return new JsonObject
        {
            ["channelArn"] = channelArn,
            ["session"] = saved,
            ["stream"] = isLive && live!.Cut is null ? live.Stream.DeepClone() : null,
        };
    }

    private void AddSession(string channelArn, JsonObject session)
    {
        if (!_sessions.TryGetValue(channelArn, out var sessions))
            _sessions[channelArn] = sessions = [];
        sessions.Insert(0, session);
        if (sessions.Count <= MostSessions)
            return;
        _places.Remove(sessions[^1]["streamId"]!.GetValue<string>());
        sessions.RemoveAt(sessions.Count - 1);
    }

    private void AddEnd(JsonObject session, bool failed)
    {
        AddEvent(session, failed ? "Stream Failure" : "Stream End", StateChange);
        AddEvent(session, "Session Ended", StateChange);
        session["endTime"] = Now();
    }

    private void AddEvent(JsonObject session, string name, string type)
    {
        var events = session["truncatedEvents"]!.AsArray();
        events.Insert(0, new JsonObject { ["name"] = name, ["type"] = type, ["eventTime"] = Now() });
        if (events.Count > MostEvents)
            events.RemoveAt(MostEvents);
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed record OnAir(JsonObject Session, JsonObject Stream, Rate Metadata, Action? Cut)
    {
        public DateTimeOffset AdBreakEnd { get; set; }
    }
}
