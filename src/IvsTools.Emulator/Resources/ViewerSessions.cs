using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for viewer sessions.</summary>
internal static class ViewerSessions
{
    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(StartViewerSessionRevocation)] = StartViewerSessionRevocation,
        [nameof(BatchStartViewerSessionRevocation)] = BatchStartViewerSessionRevocation,
    };

    private static JsonObject StartViewerSessionRevocation(Call call)
    {
        call.State.Channels.Get(call.Text("channelArn"));
        Revoke(call, call.Input);
        return [];
    }

    private static void Revoke(Call call, JsonObject session) => call.State.Playback.Revoke(
        session.Text("channelArn"),
        session.Text("viewerId"),
        session["viewerSessionVersionsLessThanOrEqualTo"]?.GetValue<long>() ?? 0);

    /// <summary>
    /// Revokes the sessions in the request. For each session whose channel does not exist, the response contains an error.
    /// </summary>
    private static JsonObject BatchStartViewerSessionRevocation(Call call)
    {
        var errors = new JsonArray();
        foreach (var session in call.Input["viewerSessions"]!.AsArray().Select(item => item!.AsObject()))
        {
            var channelArn = session.Text("channelArn");
            if (call.State.Channels.TryGet(channelArn) is not null)
            {
                Revoke(call, session);
                continue;
            }
            var reason = ApiException.NotFound(channelArn);
            errors.Add(new JsonObject
            {
                ["channelArn"] = channelArn,
                ["viewerId"] = session.Text("viewerId"),
                ["code"] = reason.Code,
                ["message"] = reason.Message,
            });
        }
        return new JsonObject { ["errors"] = errors };
    }
}
