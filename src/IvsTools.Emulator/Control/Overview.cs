using System.Globalization;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Ingest;
using IvsTools.Emulator.Media;
using IvsTools.Emulator.State;
using IvsTools.Text;

namespace IvsTools.Emulator.Control;

/// <summary>The state that the emulator's page shows, without stream keys, tokens or bodies.</summary>
internal sealed class Overview(ScopedStates states, FaultSchedule faults, RequestLog log, IngestLog ingest)
{
    private const int MostChannels = 100;
    private const int MostRequests = 50;
    private const int MostSessions = 5;
    private const int MostEncoderEvents = 10;

    public JsonObject Read()
    {
        var channels = states.All.SelectMany(state => state.Channels.All.Select(channel => (State: state, Channel: channel))).ToList();
        return new JsonObject(ControlRoute.Identity(states))
        {
            ["channelCount"] = channels.Count,
            ["channels"] = new JsonArray([.. channels
                .OrderByDescending(entry => entry.State.IsLive(ResourceTable.ArnOf(entry.Channel)))
                .Take(MostChannels)
                .Select(entry => Describe(entry.State, entry.Channel))]),
            ["requests"] = new JsonArray([.. log.Newest(MostRequests, IsShown).Select(Describe)]),
            ["encoders"] = new JsonArray([.. ingest.All.Reverse().Take(MostEncoderEvents).Select(Describe)]),
            ["faults"] = ControlRoute.Node(faults.Planned),
            ["settings"] = new JsonObject
            {
                ["latencyMs"] = faults.Latency.TotalMilliseconds,
                ["requestsPerSecond"] = faults.RequestsPerSecond,
                ["pendingVerification"] = faults.PendingVerification,
                ["viewerCountry"] = states.ViewerCountry,
            },
        };
    }

    private static JsonObject Describe(EmulatorState state, JsonObject channel)
    {
        var arn = ResourceTable.ArnOf(channel);
        var key = state.StreamKeyOf(arn);
        return new JsonObject
        {
            ["arn"] = arn,
            ["region"] = state.Region,
            ["accountId"] = state.AccountId,
            ["name"] = channel["name"]?.DeepClone(),
            ["type"] = channel["type"]?.DeepClone(),
            ["latencyMode"] = channel["latencyMode"]?.DeepClone(),
            ["authorized"] = channel["authorized"]?.DeepClone(),
            ["ingestEndpoint"] = channel["ingestEndpoint"]?.DeepClone(),
            ["playbackUrl"] = channel["playbackUrl"]?.DeepClone(),
            ["streamKey"] = Secret.Mask(key?["value"]?.GetValue<string>()),
            ["stream"] = state.Streams.Current(arn)?.Stream.DeepClone(),
            ["sessions"] = new JsonArray([.. state.Streams.SessionsOf(arn).Take(MostSessions).Select(session => new JsonObject
            {
                ["streamId"] = session["streamId"]?.DeepClone(),
                ["startTime"] = session["startTime"]?.DeepClone(),
                ["endTime"] = session["endTime"]?.DeepClone(),
            })]),
            ["playbackSessions"] = state.Playback.CountOf(arn),
            ["media"] = state.Media.Find(arn) is { IsPublishing: true, View: { } view } ? Describe(view) : null,
        };
    }

    private static JsonObject Describe(MediaView view) => new()
    {
        ["codecs"] = view.Codecs,
        ["width"] = view.Newest.Video?.Width,
        ["height"] = view.Newest.Video?.Height,
        ["frameRate"] = Math.Round(view.FrameRate, 1),
        ["bitRate"] = Math.Round(view.AverageBitRate),
    };

    private static JsonObject Describe(IngestRecord record) => new()
    {
        ["time"] = record.Time.ToString("O", CultureInfo.InvariantCulture),
        ["action"] = record.Action.ToString(),
        ["message"] = record.Message,
        ["channelArn"] = record.ChannelArn,
        ["isSecure"] = record.IsSecure,
    };

    // A player sends a request every two seconds, so successful requests from players are hidden.
    private static bool IsShown(RecordedRequest request) =>
        request.Status is < 200 or >= 400 || !request.Path.StartsWith(Paths.PlaybackSessions, StringComparison.Ordinal);

    private static JsonObject Describe(RecordedRequest request) => new()
    {
        ["method"] = request.Method,
        ["path"] = request.LoggedPath,
        ["operation"] = request.Operation,
        ["status"] = request.Status,
        ["requestId"] = request.RequestId,
    };
}
