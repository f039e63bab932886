using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Service;

namespace IvsTools.Emulator.State;

/// <summary>The newest stream sessions of each channel, newest first. Only the newest session can be live.</summary>
internal sealed class StreamTable(TimeProvider time, RandomText names)
{
    private const double MetadataPerSecondOfAccount = 155;
    private const int Limit = 100;

    // The service keeps sessions for 60 days. The emulator limits their number instead, because an encoder that keeps reconnecting
    // would fill the memory.
    private const int MostSessions = 500;

    private readonly Dictionary<string, List<JsonObject>> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CurrentStream> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);
    private readonly SessionEvents _events = new(time);
    private long _lastPlace;
    private Rate _metadata = new(MetadataPerSecondOfAccount, time);

    /// <summary>The live streams, in the format of the API.</summary>
    public IEnumerable<JsonObject> Live => _live.Values.Select(live => live.Stream).OrderBy(PlaceOf);

    /// <summary>Returns a number that orders streams and sessions by their start times.</summary>
    public long PlaceOf(JsonObject streamOrSession) => _places[streamOrSession.Text("streamId")];

    public CurrentStream? Current(string channelArn) => _live.GetValueOrDefault(channelArn);

    /// <summary>Returns the sessions of a channel in the format of the API, newest first.</summary>
    public IReadOnlyList<JsonObject> SessionsOf(string channelArn) => _sessions.GetValueOrDefault(channelArn) ?? [];

    /// <summary>Starts a stream. If the channel is live, nothing changes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="recordingConfiguration">The recording configuration of the channel.</param>
    /// <param name="cut">Disconnects the encoder when the stream ends. Null if no encoder is connected.</param>
    public void Start(JsonObject channel, JsonObject? recordingConfiguration, Action? cut = null)
    {
        var arn = ResourceTable.ArnOf(channel);
        if (_live.ContainsKey(arn))
            return;
        if (_live.Count >= Limit)
            throw new ApiException(ApiErrorCode.ServiceQuotaExceededException, $"Concurrent stream limit of {Limit} exceeded.");
        var (id, now) = ("st-" + names.Next(23), _events.Now);
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
        _events.AddStart(session);
        AddSession(arn, session);
        var live = new CurrentStream(session, new JsonObject
        {
            ["channelArn"] = arn,
            ["streamId"] = id,
            ["playbackUrl"] = channel["playbackUrl"]?.DeepClone(),
            ["startTime"] = now,
            ["state"] = "LIVE",
            ["health"] = "HEALTHY",
            ["viewerCount"] = 0,
        }, time, cut);
        if (live.IsSimulated)
            live.Describe(SimulatedInput.Video(), SimulatedInput.Audio());
        _live[arn] = live;
    }

    /// <summary>Ends the stream of a channel if the channel is live.</summary>
    /// <param name="channelArn">The ARN of the channel.</param>
    /// <param name="failed">True to record a failure in the stream session.</param>
    /// <param name="byEncoder">True if the encoder does not have to be disconnected, because it has ended the stream.</param>
    public void End(string channelArn, bool failed = false, bool byEncoder = false)
    {
        if (!_live.Remove(channelArn, out var live))
            return;
        _events.AddEnd(live.Session, failed);
        if (!byEncoder)
            live.DisconnectEncoder();
    }

    /// <summary>Returns true if the rate limits allow another metadata call.</summary>
    public bool TakeMetadata(string channelArn) => _live[channelArn].TryTakeMetadata() && _metadata.TryTake();

    public void Forget(string channelArn)
    {
        foreach (var session in SessionsOf(channelArn))
            _places.Remove(session.Text("streamId"));
        _sessions.Remove(channelArn);
    }

    public void Clear()
    {
        foreach (var live in _live.Values)
            live.DisconnectEncoder();
        _sessions.Clear();
        _live.Clear();
        _places.Clear();
        _metadata = new(MetadataPerSecondOfAccount, time);
    }

    /// <summary>
    /// Returns all sessions and live streams in the order of their start times. A live stream from an encoder is saved with an end
    /// time, because the encoder's connection cannot be restored.
    /// </summary>
    public JsonArray Save() => new([.. _sessions
        .SelectMany(channel => channel.Value.Select(session => (ChannelArn: channel.Key, Session: session)))
        .OrderBy(entry => PlaceOf(entry.Session))
        .Select(entry => Save(entry.ChannelArn, entry.Session))]);

    /// <exception cref="JsonException">A session or a stream is not valid.</exception>
    public void Load(JsonArray saved)
    {
        foreach (var entry in saved)
        {
            var (arn, session) = (entry.Text("channelArn"), SavedResource.Read(entry.Required("session"), typeof(StreamSession)));
            _places.Add(session.Text("streamId"), ++_lastPlace);
            AddSession(arn, session);
            if (entry!["stream"] is not { } live)
                continue;
            var stream = SavedResource.ReadComplete(live, typeof(LiveStream));
            if (stream.Text("streamId") != session.Text("streamId"))
                throw new JsonException("The IDs of a live stream and its session are different.");
            _live.Add(arn, new CurrentStream(session, stream, time, cut: null));
        }
    }

    private JsonObject Save(string channelArn, JsonObject session)
    {
        var saved = session.DeepClone().AsObject();
        var live = _live.GetValueOrDefault(channelArn) is { } current && current.Session == session ? current : null;
        if (live is { IsSimulated: false })
            _events.AddEnd(saved, failed: false);
        return new JsonObject
        {
            ["channelArn"] = channelArn,
            ["session"] = saved,
            ["stream"] = live is { IsSimulated: true } ? live.Stream.DeepClone() : null,
        };
    }

    private void AddSession(string channelArn, JsonObject session)
    {
        if (!_sessions.TryGetValue(channelArn, out var sessions))
            _sessions[channelArn] = sessions = [];
        sessions.Insert(0, session);
        if (sessions.Count <= MostSessions)
            return;
        _places.Remove(sessions[^1].Text("streamId"));
        sessions.RemoveAt(sessions.Count - 1);
    }
}
