using IvsTools.Emulator.State;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Playback;

/// <summary>Lets a viewer of a private channel in, or says why not.</summary>
internal sealed class PlaybackGate(EmulatorState state)
{
    /// <summary>Checks a token as playback starts; a single-use one is spent by it.</summary>
    /// <exception cref="PlaybackException">403.</exception>
    public (PlaybackSession Session, string AllowedOrigin) Admit(string channelArn, string? token, string? origin)
    {
        if (string.IsNullOrEmpty(token))
            throw Refuse("missing auth token");
        if (state.PublicKeys.Count == 0)
            throw Refuse("there is no playback key pair to verify the token with");
        var report = ViewerTokenInspection.Inspect(token, state.PublicKeys.Values, channelArn, origin ?? string.Empty, state.Time.GetUtcNow());
        var claims = report.Claims;
        var isStrict = claims.GetValueOrDefault(ClaimName.StrictOrigin) is true;
        foreach (var problem in report.Problems.Concat(report.Notes))
        {
            // A claim that the service does not know keeps nobody out; without strict enforcement it is the browser that keeps other sites out.
            if (problem.Id is ViewerTokenProblemId.UnknownClaim || (problem.Id is ViewerTokenProblemId.OriginNotAllowed && !isStrict))
                continue;
            throw Refuse(problem.Id is ViewerTokenProblemId.WrongSegmentCount ? "token contains an invalid number of segments" : problem.Message);
        }

        var session = new PlaybackSession(channelArn, report.ViewerId, claims.GetValueOrDefault(ClaimName.ViewerSessionVersion) as long? ?? 0);
        RequireNotRevoked(session);
        if (claims.GetValueOrDefault(ClaimName.SingleUseUuid) is string uuid && !state.Playback.Spend(uuid))
            throw Refuse("the single-use token was used already");
        var listed = (claims.GetValueOrDefault(ClaimName.AllowedOrigin) as string)?.Split(',', StringSplitOptions.TrimEntries);
        var isAllowed = report.Problems.All(problem => problem.Id != ViewerTokenProblemId.OriginNotAllowed);
        return (session, listed is null ? "*" : isAllowed ? origin ?? "*" : listed[0]);
    }

    /// <exception cref="PlaybackException">403.</exception>
    public void RequireNotRevoked(PlaybackSession session)
    {
        if (state.Playback.IsRevoked(session))
            throw Refuse("the viewer session was revoked");
    }

    private static PlaybackException Refuse(string why) => new(403, "invalid_playback_auth_token", why);
}
