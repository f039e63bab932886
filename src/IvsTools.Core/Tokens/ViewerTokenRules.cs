using System.Text.RegularExpressions;

namespace IvsTools.Tokens;

/// <summary>The rules for claims of "Generate and sign IVS playback tokens" in the Amazon IVS user guide.</summary>
internal static partial class ViewerTokenRules
{
    /// <summary>How far ahead a token with a viewer id or a single-use UUID may expire.</summary>
    private static readonly TimeSpan BoundLife = TimeSpan.FromMinutes(10);
    private const int LongestViewerId = 40;
    private const int MostStrictOrigins = 5;
    private static readonly string[] Resolutions = ["SD", "HD", "FULL_HD"];

    public static IEnumerable<ViewerTokenProblem> Check(ViewerTokenClaims claims, DateTimeOffset now)
    {
        if (!ChannelArn().IsMatch(claims.ChannelArn) || claims.ChannelArn.Length > IvsArn.MaximumLength)
            yield return new(ViewerTokenProblemId.InvalidChannelArn, $"'{claims.ChannelArn}' is not the ARN of a channel, such as arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh.");
        if (claims.ExpiresAt <= now)
            yield return new(ViewerTokenProblemId.Expired, $"The token expired at {Utc(claims.ExpiresAt)}: playback cannot start with it.");
        else if ((claims.ViewerId ?? claims.SingleUseUuid) is not null && claims.ExpiresAt > now + BoundLife)
            yield return new(ViewerTokenProblemId.LivesTooLong, $"A token with a viewer id or a single-use UUID may expire at most 10 minutes ahead, and this one expires at {Utc(claims.ExpiresAt)}.");
        if (claims.ViewerId is { } viewer && viewer.EnumerateRunes().Count() is 0 or > LongestViewerId)
            yield return new(ViewerTokenProblemId.InvalidViewerId, $"A viewer id has 1 to {LongestViewerId} characters, and this one has {claims.ViewerId.EnumerateRunes().Count()}.");
        if (claims.ViewerSessionVersion < 0)
            yield return new(ViewerTokenProblemId.InvalidViewerSessionVersion, "A viewer session version is 0 or more.");
        else if (claims is { ViewerSessionVersion: not null, ViewerId: null })
            yield return new(ViewerTokenProblemId.InvalidViewerSessionVersion, "A viewer session version needs a viewer id.");
        if (claims.SingleUseUuid is { } uuid && !Guid.TryParseExact(uuid, "D", out _))
            yield return new(ViewerTokenProblemId.InvalidSingleUseUuid, $"'{uuid}' is not a UUID, such as 6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61.");
        foreach (var origin in claims.AllowedOrigins.Where(origin => !Origin().IsMatch(origin)))
            yield return new(ViewerTokenProblemId.InvalidOrigin, $"'{origin}' is not an origin: it is a scheme and a host, and a port where it is not the usual one, such as https://example.com or https://*.example.com.");
        if (claims.StrictOrigin && claims.AllowedOrigins.Count == 0)
            yield return new(ViewerTokenProblemId.StrictOriginWithoutOrigin, "Strict origin enforcement needs at least one allowed origin.");
        if (claims.StrictOrigin && claims.AllowedOrigins.Count > MostStrictOrigins)
            yield return new(ViewerTokenProblemId.TooManyOrigins, $"Strict origin enforcement takes at most {MostStrictOrigins} origins, and there are {claims.AllowedOrigins.Count}.");
        if (claims.MaximumResolution is { } resolution && !Resolutions.Contains(resolution))
            yield return new(ViewerTokenProblemId.InvalidMaximumResolution, $"'{resolution}' is not a maximum resolution: it is SD, HD or FULL_HD.");
    }

    /// <summary>True if a page of this origin is among the allowed ones.</summary>
    public static bool Allows(ViewerTokenClaims claims, string origin) =>
        claims.AllowedOrigins.Count == 0 || claims.AllowedOrigins.Any(allowed => Regex.IsMatch(
            origin, $@"\A{Regex.Escape(allowed).Replace(@"\*", "[^/:]*", StringComparison.Ordinal)}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(IvsArn.ChannelPattern, RegexOptions.CultureInvariant)]
    private static partial Regex ChannelArn();

    [GeneratedRegex(@"\A(?:\*|(?:https?://)?(?:\*\.?)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
