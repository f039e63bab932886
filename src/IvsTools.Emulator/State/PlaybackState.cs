using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>The playback sessions, the used single-use tokens, and the revocations.</summary>
internal sealed class PlaybackState
{
    private const int MostSessions = 10_000;

    private readonly Dictionary<(string ChannelArn, string ViewerId), long> _revoked = [];
    private readonly HashSet<string> _spent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PlaybackSession> _sessions = [];
    private Queue<string> _order = new();

    // Session IDs do not use the seeded sequence of the resource IDs. Otherwise, the resource IDs would depend on the number of
    // playback requests, which is not the same in every run.
    private readonly RandomText _ids = new(seed: null);

    public void Revoke(string channelArn, string viewerId, long upTo) =>
        _revoked[(channelArn, viewerId)] = Math.Max(upTo, _revoked.GetValueOrDefault((channelArn, viewerId)));

    public bool IsRevoked(PlaybackSession session) =>
        session.ViewerId is not null
        && _revoked.TryGetValue((session.ChannelArn, session.ViewerId), out var upTo)
        && session.Version <= upTo;

    /// <summary>Returns true if a single-use token has started a session before.</summary>
    public bool IsSpent(PlaybackSession session) => session.SingleUseUuid is { } uuid && _spent.Contains(uuid);

    public string NewId() => _ids.Next(24);

    /// <summary>Starts a session, which uses up a single-use token. If there are too many sessions, the oldest session ends.</summary>
    public void Start(string id, PlaybackSession session)
    {
        if (session.SingleUseUuid is { } uuid)
            _spent.Add(uuid);
        _sessions[id] = session;
        _order.Enqueue(id);
        if (_order.Count > MostSessions)
            _sessions.Remove(_order.Dequeue());
    }

    public PlaybackSession? Find(string id) => _sessions.GetValueOrDefault(id);

    public void End(string channelArn)
    {
        foreach (var (id, _) in _sessions.Where(session => session.Value.ChannelArn == channelArn).ToList())
            _sessions.Remove(id);
        _order = new Queue<string>(_order.Where(_sessions.ContainsKey));
    }

    public int CountOf(string channelArn) => _sessions.Values.Count(session => session.ChannelArn == channelArn);

    public JsonObject Save() => new()
    {
        ["spent"] = new JsonArray([.. _spent.Select(uuid => (JsonNode?)uuid)]),
        ["revoked"] = new JsonArray([.. _revoked.Select(viewer => new JsonObject
        {
            ["channelArn"] = viewer.Key.ChannelArn,
            ["viewerId"] = viewer.Key.ViewerId,
            ["upTo"] = viewer.Value,
        })]),
    };

    public void Load(JsonObject saved)
    {
        foreach (var uuid in saved.Required("spent").AsArray())
            _spent.Add(uuid.Required().GetValue<string>());
        foreach (var viewer in saved.Required("revoked").AsArray())
            Revoke(viewer.Text("channelArn"), viewer.Text("viewerId"), viewer.Required("upTo").GetValue<long>());
    }

    public void Clear()
    {
        _revoked.Clear();
        _spent.Clear();
        _sessions.Clear();
        _order.Clear();
    }
}
