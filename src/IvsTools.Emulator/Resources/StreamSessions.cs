using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for the stream sessions of a channel.</summary>
internal static class StreamSessions
{
    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(GetStreamSession)] = GetStreamSession,
        [nameof(ListStreamSessions)] = ListStreamSessions,
    };

    /// <summary>Gets the session with the specified ID, or the newest session of the channel.</summary>
    private static JsonObject GetStreamSession(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        var id = call.Has("streamId") ? call.Text("streamId") : null;
        var session = call.State.Streams.SessionsOf(arn).FirstOrDefault(s => id is null || s.Text("streamId") == id)
            ?? throw ApiException.NotFound(id ?? arn);
        return new JsonObject { ["streamSession"] = session.DeepClone() };
    }

    /// <summary>Lists summaries of a channel's sessions, newest first.</summary>
    private static JsonObject ListStreamSessions(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        return ListPage.Of(
            call, "streamSessions", call.State.Streams.SessionsOf(arn).Select(Summary),
            session => -call.State.Streams.PlaceOf(session), 100, "streamId", "startTime", "endTime", "hasErrorEvent");
    }

    private static JsonObject Summary(JsonObject session)
    {
        var summary = session.DeepClone().AsObject();
        summary["hasErrorEvent"] = session["truncatedEvents"]!.AsArray().Any(
            e => e!.Text("name").EndsWith("Failure", StringComparison.Ordinal));
        return summary;
    }
}
