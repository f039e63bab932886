using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations.ViewerSessions;

/// <summary>Revokes what it can, with an error for each channel that is not there.</summary>
internal static class BatchStartViewerSessionRevocation
{
    public static JsonObject Handle(Call call)
    {
        var errors = new JsonArray();
        foreach (var session in call.Input["viewerSessions"]!.AsArray().Select(item => item!.AsObject()))
        {
            var channelArn = session["channelArn"]!.GetValue<string>();
            if (call.State.Channels.TryGet(channelArn) is not null)
            {
                StartViewerSessionRevocation.Revoke(call, session);
                continue;
            }
            var reason = ApiException.NotFound(channelArn);
            errors.Add(new JsonObject
            {
                ["channelArn"] = channelArn,
                ["viewerId"] = session["viewerId"]!.GetValue<string>(),
                ["code"] = reason.Code,
                ["message"] = reason.Message,
            });
        }
        return new JsonObject { ["errors"] = errors };
    }
}
