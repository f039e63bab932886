using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.State;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Playback;

/// <summary>Serves the playback URL of a channel and its rendition.</summary>
/// <remarks>A token is checked when playback starts. A started session ends with the stream of its channel, or by revocation.</remarks>
internal sealed class Playlists(ScopedStates states)
{
    private const string RenditionFolder = "playlist/";
    private const string Extension = ".m3u8";
    private const string MediaType = "application/vnd.apple.mpegurl";
    private static readonly (string Resolution, int Width, int Height, int Bandwidth)[] Variants =
        [("HD", 1280, 720, 3_000_000), ("SD", 852, 480, 1_400_000)];
    private static readonly string[] Resolutions = ["SD", "HD", "FULL_HD"];
    private const string Rendition =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:2.000,live\nsegment-0.ts\n";

    /// <param name="path">The path of the request.</param>
    /// <param name="query">The query of the request.</param>
    /// <param name="origin">The site of the page, if a page sends the request.</param>
    /// <param name="baseUrl">The base URL of the path.</param>
    public Response Get(string path, string query, string? origin, string baseUrl)
    {
        var name = path[Paths.Playback.Length..];
        try
        {
            return name.StartsWith(RenditionFolder, StringComparison.Ordinal)
                ? GetRendition(name[RenditionFolder.Length..].Split('/')[0], origin)
                : GetMaster(name, query, origin);
        }
        catch (PlaybackException e)
        {
            return Response.Of(
                e.Status,
                new JsonArray(
                    new JsonObject { ["error"] = e.Message, ["error_code"] = e.Code, ["type"] = "error", ["url"] = baseUrl + path }));
        }
    }

    // <region>.<account>.channel.<id>.m3u8
    private Response GetMaster(string name, string query, string? origin)
    {
        if (name.Split('.') is not [var region, var accountId, "channel", var id, "m3u8"]
            || states.TryOf(new Scope(region, accountId)) is not { } state
            || state.Channels.TryGet(state.ArnOf("channel", id)) is not { } channel)
        {
            throw new PlaybackException(404, "not_found", "Can not find channel");
        }
        var gate = new PlaybackGate(state, states.ViewerCountry);
        var channelArn = ResourceTable.ArnOf(channel);
        var session = channel["authorized"]!.GetValue<bool>()
            ? gate.AdmitByToken(channelArn, PlaybackAddress.TokenOf(query), origin)
            : gate.AdmitByPolicy(channelArn, channel["playbackRestrictionPolicyArn"]!.GetValue<string>(), origin);
        RequireLive(state, channelArn);
        gate.Spend(session);
        var sessionId = state.Playback.Start(session);
        var most = Array.IndexOf(Resolutions, session.MaximumResolution ?? Resolutions[^1]);
        var variants = Variants.Where(variant => Array.IndexOf(Resolutions, variant.Resolution) <= most).Select(variant =>
            $"#EXT-X-STREAM-INF:BANDWIDTH={variant.Bandwidth},RESOLUTION={variant.Width}x{variant.Height},"
            + "CODECS=\"avc1.4D401F,mp4a.40.2\"\n"
            + $"{RenditionFolder}{sessionId}/{variant.Height}p{Extension}\n");
        return Response.Text(200, MediaType, "#EXTM3U\n#EXT-X-VERSION:3\n" + string.Concat(variants)) with
        {
            AllowedOrigin = session.AllowedOriginFor(origin),
        };
    }

    private Response GetRendition(string sessionId, string? origin)
    {
        // A session ID does not contain its Region and account.
        var (state, session) =
            states.All.Select(state => (state, session: state.Playback.Find(sessionId))).FirstOrDefault(found => found.session is not null);
        if (session is null)
            throw new PlaybackException(404, "not_found", "Can not find session");
        new PlaybackGate(state, states.ViewerCountry).Require(session, origin);
        RequireLive(state, session.ChannelArn);
        return Response.Text(200, MediaType, Rendition) with { AllowedOrigin = session.AllowedOriginFor(origin) };
    }

    private static void RequireLive(EmulatorState state, string channelArn)
    {
        if (!state.IsLive(channelArn))
            throw new PlaybackException(404, "stream_not_found", "The channel is not broadcasting");
    }
}
