using System.Globalization;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>Adds events to stream sessions. The newest event is first.</summary>
internal sealed class SessionEvents(TimeProvider time)
{
    private const int Most = 500;
    private const string StateChange = "IVS Stream State Change";
    private const string HealthChange = "IVS Stream Health Change";

    /// <summary>The current time in the format of the API.</summary>
    public string Now => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public void AddStart(JsonObject session)
    {
        Add(session, "Session Created", StateChange);
        Add(session, "Stream Start", StateChange);
    }

    public void AddHealth(JsonObject session, string before, string health)
    {
        if (health == "STARVING")
            Add(session, "Starvation Start", HealthChange);
        else if (before == "STARVING")
            Add(session, "Starvation End", HealthChange);
    }

    public void AddEnd(JsonObject session, bool failed)
    {
        Add(session, failed ? "Stream Failure" : "Stream End", StateChange);
        Add(session, "Session Ended", StateChange);
        session["endTime"] = Now;
    }

    private void Add(JsonObject session, string name, string type)
    {
        var events = session["truncatedEvents"]!.AsArray();
        events.Insert(0, new JsonObject { ["name"] = name, ["type"] = type, ["eventTime"] = Now });
        if (events.Count > Most)
            events.RemoveAt(Most);
    }
}
