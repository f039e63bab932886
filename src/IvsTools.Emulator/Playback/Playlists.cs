using System.Globalization;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Media;
using IvsTools.Emulator.State;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Playback;

/// <summary>Serves the playlists and segments of channels.</summary>
/// <remarks>A token is checked when playback starts. The session ends when the channel's stream ends or the session is revoked.</remarks>
internal sealed class Playlists(ScopedStates states)
{
    private const string PlaylistExtension = ".m3u8";

    // A playlist must not be cached, because it changes. A segment can be stored only in the viewer's own cache, because playback
    // can be restricted.
    private const string NotCached = "no-cache";
    private const string CachedByViewer = "private, max-age=60";

    private const string AnyOrigin = "*";

    /// <param name="path">The path of the request.</param>
    /// <param name="query">The query of the request.</param>
    /// <param name="origin">The site of the page that sends the request, or null.</param>
    /// <param name="baseUrl">The URL of the emulator.</param>
    /// <param name="isHead">True if the client requests only the headers, which does not start a session.</param>
    public Response Get(string path, string query, string? origin, string baseUrl, bool isHead)
    {
        var name = path[Paths.Playback.Length..];
        try
        {
            return path.StartsWith(Paths.PlaybackSessions, StringComparison.Ordinal)
                ? GetRendition(path[Paths.PlaybackSessions.Length..].Split('/'), origin)
                : GetMaster(name, query, origin, isHead);
        }
        catch (PlaybackException e)
        {
            var error = new JsonObject { ["error"] = e.Message, ["error_code"] = e.Code, ["type"] = "error", ["url"] = baseUrl + path };
            // An error response allows every origin, so that the Amazon IVS player on any page can show the error.
            return Send(Response.Of(e.Status, new JsonArray(error)), NotCached, AnyOrigin);
        }
    }

    // <region>.<account>.channel.<id>.m3u8
    private Response GetMaster(string name, string query, string? origin, bool isHead)
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
            : gate.AdmitByPolicy(channelArn, channel.Text("playbackRestrictionPolicyArn"), origin);
        RequireLive(state, channelArn);
        var sessionId = state.Playback.NewId();
        var folder = Paths.PlaybackSessions[Paths.Playback.Length..] + sessionId;
        var maximum = new MaximumResolution(session.MaximumResolution);
        var playlist = PublishedIn(state, channelArn) is { } media
            ? PublishedPlaylists.Multivariant(ViewOf(media), maximum, folder)
            : SimulatedPlaylists.Multivariant(maximum, folder);
        gate.RequireUnused(session);
        if (!isHead)
            state.Playback.Start(sessionId, session);
        return Playlist(playlist, session.AllowedOriginFor(origin));
    }

    // <session>/<rendition>.m3u8 or <session>/<number>.ts
    private Response GetRendition(string[] path, string? origin)
    {
        if (path is not [var sessionId, var file])
            throw new PlaybackException(404, "not_found", "Can not find session");
        // A session ID does not contain a Region or an account, so all states are searched.
        var (state, session) =
            states.All.Select(state => (state, session: state.Playback.Find(sessionId))).FirstOrDefault(found => found.session is not null);
        if (session is null)
            throw new PlaybackException(404, "not_found", "Can not find session");
        new PlaybackGate(state, states.ViewerCountry).Require(session, origin);
        var media = PublishedIn(state, session.ChannelArn);
        if (media is null)
            RequireLive(state, session.ChannelArn);
        var maximum = new MaximumResolution(session.MaximumResolution);
        // Without strict enforcement, the allowed origins apply only to the multivariant playlist.
        var allowedOrigin = session.IsStrict ? session.AllowedOriginFor(origin) : AnyOrigin;
        if (file.EndsWith(PublishedPlaylists.SegmentExtension, StringComparison.Ordinal))
            return Send(SegmentOf(media, file, maximum), CachedByViewer, allowedOrigin);
        if (!file.EndsWith(PlaylistExtension, StringComparison.Ordinal))
            throw new PlaybackException(404, "not_found", "Can not find playlist");
        return Playlist(media is null ? SimulatedPlaylists.Media : PublishedPlaylists.Media(ViewOf(media), maximum), allowedOrigin);
    }

    // After a stream has ended, players can play its media to the end, unless a simulated stream, which has no media, has started.
    private static ChannelMedia? PublishedIn(EmulatorState state, string channelArn) =>
        state.Media.Find(channelArn) is { } media && (media.IsPublishing || (media.View is not null && !state.IsLive(channelArn)))
            ? media
            : null;

    private static MediaView ViewOf(ChannelMedia media) =>
        media.View ?? throw new PlaybackException(404, "stream_not_found", "The first segment of the stream is not complete");

    private static Response SegmentOf(ChannelMedia? media, string file, MaximumResolution maximum)
    {
        var number = file[..^PublishedPlaylists.SegmentExtension.Length];
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || media?.Find(sequence) is not { } segment)
        {
            throw new PlaybackException(404, "not_found", "Can not find segment");
        }
        maximum.Require(segment.Video);
        return new Response(200, "video/mp2t", segment.Bytes);
    }

    private Response Playlist(string playlist, string allowedOrigin) =>
        Send(Response.Text(200, "application/vnd.apple.mpegurl", playlist), NotCached, allowedOrigin);

    private Response Send(Response response, string caching, string allowedOrigin) => response with
    {
        AllowedOrigin = allowedOrigin,
        MoreHeaders = new Dictionary<string, string>
        {
            ["Cache-Control"] = caching,
            // Tokens are checked against the emulator's clock.
            ["Date"] = states.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            ["Vary"] = "Origin",
        },
    };

    private static void RequireLive(EmulatorState state, string channelArn)
    {
        if (!state.IsLive(channelArn))
            throw new PlaybackException(404, "stream_not_found", "The channel is not broadcasting");
    }
}
