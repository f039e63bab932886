using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Streams;

/// <summary>Summaries of a channel's sessions, newest first.</summary>
internal static class ListStreamSessions
{
    public static JsonObject Handle(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        return Page.Of(
            call, "streamSessions", call.State.Streams.SessionsOf(arn).Select(Summary),
            session => -call.State.Streams.PlaceOf(session), 100, "streamId", "startTime", "endTime", "hasErrorEvent");
    }

    private static JsonObject Summary(JsonObject session)
    {
        var summary = session.DeepClone().AsObject();
        summary["hasErrorEvent"] = session["truncatedEvents"]!.AsArray().Any(e => e!["name"]!.GetValue<string>().EndsWith("Failure", StringComparison.Ordinal));
        return summary;
    }
}
