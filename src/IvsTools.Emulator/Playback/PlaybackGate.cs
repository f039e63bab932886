using IvsTools.Emulator.State;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Playback;

/// <summary>Allows or rejects viewers. A private channel requires a token, and a public channel can have a restriction policy.</summary>
internal sealed class PlaybackGate(EmulatorState state, string? viewerCountry)
{
    private const string NoToken = "token contains an invalid number of segments";

    /// <summary>Checks a token when playback starts. A single-use token remains valid until its session starts.</summary>
    /// <exception cref="PlaybackException">The token or the site is not allowed.</exception>
    public PlaybackSession AdmitByToken(string channelArn, string? token, string? origin)
    {
        if (string.IsNullOrEmpty(token))
            throw Reject(NoToken);
        if (state.PublicKeys.Count == 0)
            throw Reject("there is no playback key pair to verify the token with");
        var report = ViewerTokenInspection.Inspect(token, state.PublicKeys.Values, channelArn, now: state.Time.GetUtcNow());
        // The service rejects text around a token, although the inspection reports the text only as a note. The service
        // ignores unknown claims.
        foreach (var problem in report.Problems.Concat(report.Notes).Where(problem => !HasNoEffect(problem)))
            throw Reject(problem.Id is ViewerTokenProblemId.WrongSegmentCount ? NoToken : problem.Message);
        // The inspection ignores white space around a token, because it also reads pasted text.
        if (token.Any(character => char.IsWhiteSpace(character) || character == '\uFEFF'))
            throw Reject("the token contains white space");

        var claims = report.Claims;
        var session = new PlaybackSession(
            channelArn, report.ViewerId, claims.GetValueOrDefault(ClaimName.ViewerSessionVersion) as long? ?? 0)
        {
            AllowedOrigins = (claims.GetValueOrDefault(ClaimName.AllowedOrigin) as string)?.Split(',', StringSplitOptions.TrimEntries)
                ?? [],
            IsStrict = claims.GetValueOrDefault(ClaimName.StrictOrigin) is true,
            MaximumResolution = claims.GetValueOrDefault(ClaimName.MaximumResolution) as string,
            SingleUseUuid = claims.GetValueOrDefault(ClaimName.SingleUseUuid) as string,
        };
        Require(session, origin);
        return session;
    }

    /// <summary>Checks a viewer of a public channel that has a restriction policy.</summary>
    /// <exception cref="PlaybackException">The country or the site is not allowed.</exception>
    public PlaybackSession AdmitByPolicy(string channelArn, string policyArn, string? origin)
    {
        if (state.PlaybackRestrictionPolicies.TryGet(policyArn) is not { } policy)
            return new PlaybackSession(channelArn);
        var countries = policy["allowedCountries"]!.AsArray().Select(country => country!.GetValue<string>()).ToList();
        if (countries.Count > 0 && viewerCountry is { } country && !countries.Contains(country))
            throw Reject($"playback from {country} is not allowed");
        var session = new PlaybackSession(channelArn)
        {
            AllowedOrigins = [.. policy["allowedOrigins"]!.AsArray().Select(allowed => allowed!.GetValue<string>())],
            IsStrict = policy["enableStrictOriginEnforcement"]!.GetValue<bool>(),
        };
        Require(session, origin);
        return session;
    }

    /// <summary>Checks one request of a session.</summary>
    /// <exception cref="PlaybackException">The session was revoked, or the site is not allowed.</exception>
    public void Require(PlaybackSession session, string? origin)
    {
        if (state.Playback.IsRevoked(session))
            throw Reject("the viewer session was revoked");
        // Without strict enforcement, only the browser checks the site.
        if (session.IsStrict && !session.Allows(origin ?? string.Empty))
            throw Reject($"pages of '{origin}' are not allowed to play the channel");
    }

    /// <summary>Rejects a single-use token that has already started a session.</summary>
    /// <exception cref="PlaybackException">The token was already used.</exception>
    public void RequireUnused(PlaybackSession session)
    {
        if (state.Playback.IsSpent(session))
            throw Reject("the single-use token was already used");
    }

    private static bool HasNoEffect(ViewerTokenProblem problem) =>
        problem.Id is ViewerTokenProblemId.UnknownClaim or ViewerTokenProblemId.VersionWithoutViewer;

    private static PlaybackException Reject(string why) => new(403, "invalid_playback_auth_token", why);
}
