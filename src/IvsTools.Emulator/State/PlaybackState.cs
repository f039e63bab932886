using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>The playback sessions, the used single-use tokens, and the revoked session versions.</summary>
internal sealed class PlaybackState(RandomText names)
{
    private readonly Dictionary<(string ChannelArn, string ViewerId), long> _revoked = [];
    private readonly HashSet<string> _spent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PlaybackSession> _sessions = [];
    private string? _viewerCountry;

    /// <summary>The two-letter country of the viewers. Null to skip the check of countries.</summary>
    public string? ViewerCountry
    {
        get => _viewerCountry;
        set
        {
            if (value is not null && !(value.Length == 2 && value.All(char.IsAsciiLetterUpper)))
                throw new ArgumentException($"'{value}' is not a two-letter country code in uppercase, such as DE.", nameof(value));
            _viewerCountry = value;
        }
    }

    public void Revoke(string channelArn, string viewerId, long upTo) =>
        _revoked[(channelArn, viewerId)] = Math.Max(upTo, _revoked.GetValueOrDefault((channelArn, viewerId)));

    public bool IsRevoked(PlaybackSession session) =>
        session.ViewerId is not null && _revoked.TryGetValue((session.ChannelArn, session.ViewerId), out var upTo) && session.Version <= upTo;

    /// <summary>True for the first use of a single-use token.</summary>
    public bool Spend(string uuid) => _spent.Add(uuid);

    /// <summary>Starts a session and returns its ID.</summary>
    public string Start(PlaybackSession session)
    {
        var id = names.Next(24);
        _sessions[id] = session;
        return id;
    }

    public PlaybackSession? Find(string id) => _sessions.GetValueOrDefault(id);

    public JsonObject Save() => new()
    {
        ["viewerCountry"] = ViewerCountry,
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
        ViewerCountry = saved["viewerCountry"]?.GetValue<string>();
        foreach (var uuid in saved["spent"]!.AsArray())
            _spent.Add(uuid!.GetValue<string>());
        foreach (var viewer in saved["revoked"]!.AsArray())
            Revoke(viewer!["channelArn"]!.GetValue<string>(), viewer["viewerId"]!.GetValue<string>(), viewer["upTo"]!.GetValue<long>());
    }

    public void Clear()
    {
        _revoked.Clear();
        _spent.Clear();
        _sessions.Clear();
        ViewerCountry = null;
    }
}
