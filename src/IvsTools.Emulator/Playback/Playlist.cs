using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Playback;

/// <summary>Answers a channel's playback URL.</summary>
internal static class Playlist
{
    public const string Prefix = "/api/video/v1/";

    private const string Live =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1280x720,CODECS=\"avc1.4D401F,mp4a.40.2\"\n720p30/playlist.m3u8\n";

    public static Answer Get(EmulatorState state, string path)
    {
        // <region>.<account>.channel.<id>.m3u8
        var id = path[Prefix.Length..].Split('.') is [.., "channel", var found, "m3u8"] ? found : null;
        var channel = id is null ? null : state.Channels.TryGet($"arn:aws:ivs:{state.Region}:{state.AccountId}:channel/{id}");
        if (channel is null)
            return Refuse(404, "Can not find channel", "not_found");
        if (channel["authorized"]!.GetValue<bool>())
            return Refuse(403, "missing auth token", "invalid_playback_auth_token");
        return state.IsLive(ResourceTable.ArnOf(channel))
            ? Answer.Text(200, "application/vnd.apple.mpegurl", Live)
            : Refuse(404, "The channel is not broadcasting", "stream_not_found");
    }

    private static Answer Refuse(int status, string error, string code) =>
        Answer.Of(status, new JsonArray(new JsonObject { ["error"] = error, ["error_code"] = code, ["type"] = "error" }));
}
