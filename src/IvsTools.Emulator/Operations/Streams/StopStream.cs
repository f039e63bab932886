using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Streams;

/// <summary>Ends the stream, at once unless it is told to take its time.</summary>
internal static class StopStream
{
    public static JsonObject Handle(Call call)
    {
        var arn = call.Text("channelArn");
        GetStream.LiveStream(call);
        if (call.Faults.LooksUntilSettled == 0)
            call.State.Streams.End(arn);
        else
            call.State.Settling.Begin(arn, call.Faults.LooksUntilSettled, () => call.State.Streams.End(arn));
        return [];
    }
}
