using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>A live stream with its session and rate limit.</summary>
internal sealed class CurrentStream(JsonObject session, JsonObject stream, TimeProvider time, Action? cut)
{
    private const double MetadataPerSecond = 5;
    private readonly Rate _metadata = new(MetadataPerSecond, time);
    private readonly SessionEvents _events = new(time);
    private DateTimeOffset _adBreakEnd;

    public JsonObject Session => session;

    public JsonObject Stream => stream;

    public string Id => stream.Text("streamId");

    public bool IsSimulated => cut is null;

    /// <summary>Sets the video and audio tracks. A missing track is null.</summary>
    public void Describe(JsonObject? video, JsonObject? audio)
    {
        session["ingestConfiguration"] = new JsonObject { ["video"] = video?.DeepClone(), ["audio"] = audio?.DeepClone() };
        session["ingestConfigurations"] = new JsonObject
        {
            ["videoConfigurations"] = video is null ? [] : new JsonArray(video.DeepClone()),
            ["audioConfigurations"] = audio is null ? [] : new JsonArray(audio.DeepClone()),
        };
    }

    /// <summary>Changes the health and the viewer count, unless they are null.</summary>
    public void Change(string? health, long? viewerCount)
    {
        if (viewerCount is not null)
            stream["viewerCount"] = viewerCount;
        if (health is null || stream.Text("health") is var before && before == health)
            return;
        stream["health"] = health;
        _events.AddHealth(session, before, health);
    }

    public bool TryTakeMetadata() => _metadata.TryTake();

    /// <summary>Starts an ad break. Returns false if an ad break is already in progress.</summary>
    public bool TryBeginAdBreak(TimeSpan duration)
    {
        if (time.GetUtcNow() < _adBreakEnd)
            return false;
        _adBreakEnd = time.GetUtcNow() + duration;
        return true;
    }

    public void DisconnectEncoder() => cut?.Invoke();
}
