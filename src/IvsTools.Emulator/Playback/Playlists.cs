using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.State;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Playback;

/// <summary>Answers a channel's playback URL, and the rendition that it leads to.</summary>
/// <remarks>A token counts when playback starts; a session that has started ends with its channel's stream, or by revocation.</remarks>
internal sealed class Playlists(EmulatorState state)
{
    public const string Prefix = "/api/video/v1/";

    private const string RenditionFolder = "playlist/";
    private const string Extension = ".m3u8";
    private const string MediaType = "application/vnd.apple.mpegurl";
    private const string Rendition = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:2.000,live\nsegment-0.ts\n";

    private readonly PlaybackGate _gate = new(state);

    public Answer Get(string path, string query, string? origin)
    {
        var name = path[Prefix.Length..];
        try
        {
            return name.StartsWith(RenditionFolder, StringComparison.Ordinal)
                ? GetRendition(name[RenditionFolder.Length..].Replace(Extension, string.Empty, StringComparison.Ordinal), origin)
                : GetMaster(name, query, origin);
        }
        catch (PlaybackException e)
        {
            return Answer.Of(e.Status, new JsonArray(new JsonObject { ["error"] = e.Message, ["error_code"] = e.Code, ["type"] = "error" }));
        }
    }

    // <region>.<account>.channel.<id>.m3u8
    private Answer GetMaster(string name, string query, string? origin)
    {
        var channel = name.Split('.') is [.., "channel", var id, "m3u8"]
            ? state.Channels.TryGet($"arn:aws:ivs:{state.Region}:{state.AccountId}:channel/{id}")
            : null;
        if (channel is null)
            throw new PlaybackException(404, "not_found", "Can not find channel");
        var channelArn = ResourceTable.ArnOf(channel);
        var (session, allowedOrigin) = channel["authorized"]!.GetValue<bool>()
            ? _gate.Admit(channelArn, PlaybackAddress.TokenOf(query), origin)
            : (new PlaybackSession(channelArn), "*");
        RequireLive(channelArn);
        return Answer.Text(
            200,
            MediaType,
            "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1280x720,CODECS=\"avc1.4D401F,mp4a.40.2\"\n"
                + $"{RenditionFolder}{state.Playback.Start(session)}{Extension}\n") with
        { AllowedOrigin = allowedOrigin };
    }

    private Answer GetRendition(string sessionId, string? origin)
    {
        var session = state.Playback.Find(sessionId) ?? throw new PlaybackException(404, "not_found", "Can not find session");
        _gate.RequireNotRevoked(session);
        RequireLive(session.ChannelArn);
        return Answer.Text(200, MediaType, Rendition) with { AllowedOrigin = origin ?? "*" };
    }

    private void RequireLive(string channelArn)
    {
        if (!state.IsLive(channelArn))
            throw new PlaybackException(404, "stream_not_found", "The channel is not broadcasting");
    }
}
