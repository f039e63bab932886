using IvsTools.Keys;
using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>Collects the problems and notes for one playback URL from the responses.</summary>
internal sealed class PlaybackFinding
{
    private const string AnyOrigin = "*";
    private const string MultivariantPlaylist = "multivariant playlist";
    private const string MediaPlaylist = "media playlist";
    private static readonly TimeSpan NotableSkew = TimeSpan.FromSeconds(30);

    // These problems depend on the clock with which the token is checked.
    private static readonly string[] OfTime =
        [ViewerTokenProblemId.Expired, ViewerTokenProblemId.NotYetValid, ViewerTokenProblemId.LivesTooLong];

    private readonly PlaybackTarget _target;
    private readonly string? _origin;
    private readonly ViewerTokenReport? _token;
    private readonly ViewerTokenReport? _tokenByThisClock;
    private readonly List<PlaybackProblem> _problems = [];
    private readonly List<PlaybackProblem> _notes = [];
    private ServiceRejection? _rejection;
    private bool? _canPlay;
    private bool? _allowsOrigin;

    /// <param name="target">The URL and its token.</param>
    /// <param name="keys">The keys that can verify the token.</param>
    /// <param name="origin">The origin of the web page that contains the player, or null.</param>
    /// <param name="time">The service time at which the token is checked. If the value is null, the time of this machine is used.</param>
    public PlaybackFinding(PlaybackTarget target, IReadOnlyCollection<PlaybackPublicKey> keys, string? origin, DateTimeOffset? time)
    {
        (_target, _origin) = (target, origin);
        if (target.TokenText is not { } text)
            return;
        _token = ViewerTokenInspection.Inspect(text, keys, target.ChannelArn, origin, time);
        _tokenByThisClock = time is null ? _token : ViewerTokenInspection.Inspect(text, keys, target.ChannelArn, origin);
    }

    public PlaybackReport Report => new(_target.Shown, _target.ChannelArn)
    {
        CanPlay = _canPlay,
        Problems = SettingText.ListOf(_problems),
        Notes = SettingText.ListOf(_notes),
        ErrorCode = _rejection?.Code is { } code ? Shown(code) : null,
        ErrorMessage = _rejection is null ? null : Shown(_rejection.Message),
        AllowsOrigin = _allowsOrigin,
        Token = _token,
    };

    public void Add(string id, string message)
    {
        if (!_problems.Exists(problem => problem.Id == id))
            _problems.Add(new PlaybackProblem(id, message) { RecommendedAction = PlaybackActions.For(id, _origin is not null) });
    }

    /// <summary>Returns the renditions. If the response is not a multivariant playlist, adds a problem and returns an empty list.</summary>
    public IReadOnlyList<(PlaybackVariant Variant, Uri Url)> ReadMultivariant(PlaybackResponse response)
    {
        if (ReadPlaylist(response, _target.Url, isMedia: false) is not { } playlist)
            return [];
        var variants = playlist.Variants(_target);
        if (variants.Count == 0)
            Add(PlaybackProblemId.UnexpectedResponse, $"The {MultivariantPlaylist} does not contain the URL of a media playlist.");
        return variants;
    }

    public void ReadMedia(PlaybackResponse response, Uri url)
    {
        if (ReadPlaylist(response, url, isMedia: true) is not { } playlist)
            return;
        if (!playlist.HasSegments)
        {
            Add(PlaybackProblemId.UnexpectedResponse, $"The {MediaPlaylist} does not contain segments.");
            return;
        }
        _canPlay = _allowsOrigin is not false;
        // The service accepted the token or does not require one, so problems such as a wrong signature are only notes.
        _notes.AddRange((_token?.Problems ?? [])
            .Where(problem => !_problems.Exists(added => added.Id == problem.Id))
            .Select(problem => new PlaybackProblem(problem.Id, problem.Message)));
    }

    /// <summary>Adds a problem if the clock difference explains the rejection. Otherwise, adds a note if the difference is large.</summary>
    public void CompareClocks(TimeSpan? skew)
    {
        if (skew is not { } difference)
            return;
        var message = $"The clock of this machine is {difference.Duration():c} {(difference > TimeSpan.Zero ? "behind" : "ahead of")} "
            + "the clock of the service.";
        if (_rejection?.Status == 403 && !IdsOfTime(_token).SequenceEqual(IdsOfTime(_tokenByThisClock)))
            Add(PlaybackProblemId.ClockSkew, $"{message} The token is valid according to only one of the clocks.");
        else if (difference.Duration() >= NotableSkew)
            _notes.Add(new PlaybackProblem(PlaybackProblemId.ClockSkew, message));
    }

    private static IEnumerable<string> IdsOfTime(ViewerTokenReport? report) =>
        (report?.Problems ?? []).Select(problem => problem.Id).Where(OfTime.Contains);

    private Playlist? ReadPlaylist(PlaybackResponse response, Uri url, bool isMedia)
    {
        var name = isMedia ? MediaPlaylist : MultivariantPlaylist;
        if (response.Status != 200)
        {
            Reject(response, name, isMedia);
            return null;
        }
        var (playlist, fault) = Playlist.Read(response, url);
        if (fault is not null)
            Add(PlaybackProblemId.UnexpectedResponse, $"The response is not a {name}: it {_target.Hide(fault)}.");
        else
            CheckOrigin(response, name);
        return playlist;
    }

    private void Reject(PlaybackResponse response, string name, bool isMedia)
    {
        if (ServiceRejection.Read(response) is { } rejection)
        {
            (_rejection, _canPlay) = (rejection, false);
            var id = rejection.Problem(isMedia, _target.HasToken);
            var token = rejection.Status == 403 ? _token?.Problems ?? [] : [];
            if (id != PlaybackProblemId.Unknown || token.Count == 0)
                Add(id, Explain(id, rejection, name));
            foreach (var problem in token)
                Add(problem.Id, problem.Message);
            // The service can reject a token for a reason that the report lists only as a note.
            if (rejection.Status == 403)
                _notes.AddRange((_token?.Notes ?? []).Select(note => new PlaybackProblem(note.Id, note.Message)));
        }
        else if (response.Status is >= 300 and < 400)
        {
            Add(
                PlaybackProblemId.Redirected,
                $"The server redirects the {name} with the status {response.Status}. Amazon IVS does not redirect playlists.");
        }
        else if (response.Status is 429 or >= 500)
        {
            Add(PlaybackProblemId.ServerError, $"The server returned the status {response.Status} for the {name}.");
        }
        else
        {
            Add(
                PlaybackProblemId.UnexpectedResponse,
                $"The server returned the status {response.Status} for the {name}, "
                    + "but not the JSON that Amazon IVS returns when it rejects playback.");
        }
    }

    private string Explain(string id, ServiceRejection rejection, string name)
    {
        var quoted = $"The service returned the message {SafeText.Quote(_target.Hide(rejection.Message))}.";
        return id switch
        {
            PlaybackProblemId.NotLive => "The channel is not live.",
            PlaybackProblemId.ChannelNotFound => $"The service does not recognize the channel {_target.ChannelArn}.",
            PlaybackProblemId.SessionNotFound => "The service does not recognize the session in the URL of the media playlist.",
            PlaybackProblemId.TokenRequired when _token is null => "The channel is private, and the URL does not contain a token.",
            PlaybackProblemId.TokenRequired => "The service did not find a token in the URL.",
            PlaybackProblemId.NoPlaybackKeyPair => "The account of the channel has no playback key pair in the Region of the channel.",
            PlaybackProblemId.ViewerRevoked => "The session of the viewer was revoked.",
            PlaybackProblemId.TokenUsed => "The single-use token was already used.",
            PlaybackProblemId.CountryNotAllowed => $"The channel cannot be played from the country of this machine. {quoted}",
            ViewerTokenProblemId.OriginNotAllowed => _origin is null
                ? $"The service allows playback only on the pages of specific sites, and no site was specified. {quoted}"
                : $"The service does not allow pages from {_origin} to play the channel. {quoted}",
            ViewerTokenProblemId.Expired => $"The token has expired. {quoted}",
            ViewerTokenProblemId.WrongSignature => $"No playback key pair of the channel verifies the token. {quoted}",
            ViewerTokenProblemId.WrongSegmentCount => quoted,
            _ => $"The service rejected the {name} with the status {rejection.Status}, and the reason is unknown. {quoted}",
        };
    }

    // A page can read a response only if it has exactly one Access-Control-Allow-Origin header, with the value * or the page's origin.
    private void CheckOrigin(PlaybackResponse response, string name)
    {
        if (_origin is null)
            return;
        var allows = response.AllowedOrigins is [var allowed] && (allowed == AnyOrigin || allowed == _origin);
        _allowsOrigin = _allowsOrigin is not false && allows;
        if (allows)
            return;
        _canPlay = false;
        if (response.AllowedOrigins.Count == 0)
        {
            Add(
                PlaybackProblemId.CorsHeaderMissing,
                $"Browsers do not allow pages from {_origin} to read the {name}: the Access-Control-Allow-Origin header is missing.");
        }
        else
        {
            Add(
                ViewerTokenProblemId.OriginNotAllowed,
                $"Browsers do not allow pages from {_origin} to read the {name}: the Access-Control-Allow-Origin header is "
                    + $"{SafeText.Quote(_target.Hide(string.Join(", ", response.AllowedOrigins)))}.");
        }
    }

    private string Shown(string text) => SafeText.Line(_target.Hide(text));
}
