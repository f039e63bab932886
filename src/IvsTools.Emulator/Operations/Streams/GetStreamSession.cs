using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.Streams;

/// <summary>One session of a channel: by id, or the newest.</summary>
internal static class GetStreamSession
{
    public static JsonObject Handle(Call call)
    {
        var arn = call.Text("channelArn");
        call.State.Channels.Get(arn);
        var session = call.State.Streams.SessionsOf(arn).FirstOrDefault(s => !call.Has("streamId") || s["streamId"]!.GetValue<string>() == call.Text("streamId"));
        return new JsonObject { ["streamSession"] = (session ?? throw ApiException.NotFound(call.Has("streamId") ? call.Text("streamId") : arn)).DeepClone() };
    }
}
