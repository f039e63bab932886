using System.Text;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Tokens;

/// <summary>Checks claims against the rules in "Generate and sign IVS playback tokens" in the Amazon IVS user guide.</summary>
internal static partial class ViewerTokenRules
{
    /// <summary>The highest expiry in seconds, which is in the year 5138. A higher number is read as milliseconds.</summary>
    public const long LastSecond = 99_999_999_999;

    public static readonly IReadOnlyList<string> Resolutions = ["SD", "HD", "FULL_HD"];
    public static readonly IReadOnlyList<string> ReportingModes = ["CLIENT", "SERVER"];

    /// <summary>The maximum lifetime of a token with a viewer ID or a single-use UUID.</summary>
    private static readonly TimeSpan BoundLife = TimeSpan.FromMinutes(10);
    private const string SchemeEnd = "://";
    private const int LongestViewerId = 40;
    private const int MostStrictOrigins = 5;
    private const int LongestPlayerParameters = 1000;
    private const string IncompleteCharacter = "an incomplete character: a surrogate without its pair";

    public static IEnumerable<ViewerTokenProblem> Check(ViewerTokenClaims claims, DateTimeOffset now) =>
    [
        .. CheckChannel(claims),
        .. CheckExpiry(claims, now),
        .. CheckViewer(claims),
        .. CheckOrigins(claims),
        .. CheckResolution(claims),
        .. CheckAds(claims),
    ];

    /// <summary>Returns a problem if the token is longer than the service accepts. Otherwise, returns null.</summary>
    public static ViewerTokenProblem? CheckLength(int length) => length <= ViewerTokenFormat.MaximumLength
        ? null
        : new(
            ViewerTokenProblemId.TokenTooLong,
            $"The token has {length} characters. Amazon IVS accepts at most {ViewerTokenFormat.MaximumLength}.");

    /// <summary>
    /// Returns true if the allowed origins include the origin of a URL. An empty list of allowed origins allows all origins.
    /// </summary>
    public static bool Allows(IReadOnlyCollection<string> origins, string url) =>
        origins.Count == 0
        || (PageOrigin.Of(url) is { } page && origins.Any(allowed => IsOrigin(allowed) && Covers(allowed, page)));

    /// <summary>Returns true if the text can be an allowed origin.</summary>
    public static bool IsOrigin(string text) => Origin().IsMatch(text);

    /// <summary>Returns http or https if the scheme of the origin is probably a misspelling of it. Otherwise, returns null.</summary>
    public static string? MisspelledScheme(string origin)
    {
        var scheme = origin[..Math.Max(0, origin.IndexOf(SchemeEnd, StringComparison.Ordinal))];
        var nearest = NameDistance.Nearest(scheme, ["http", "https"]);
        return NameDistance.Between(scheme, nearest) is 1 or 2 ? nearest : null;
    }

    private static bool Covers(string allowed, string origin)
    {
        if (allowed == "*")
            return true;
        // An allowed origin without a scheme, such as *.mysite.com in the user guide, allows every scheme.
        if (!allowed.Contains(SchemeEnd, StringComparison.Ordinal)
            && origin.IndexOf(SchemeEnd, StringComparison.Ordinal) is >= 0 and var end)
        {
            origin = origin[(end + SchemeEnd.Length)..];
        }
        if (allowed.IndexOf('*', StringComparison.Ordinal) is not (>= 0 and var asterisk))
            return string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase);
        var (head, tail) = (allowed[..asterisk], allowed[(asterisk + 1)..]);
        return origin.Length >= head.Length + tail.Length
            && origin.StartsWith(head, StringComparison.OrdinalIgnoreCase)
            && origin.EndsWith(tail, StringComparison.OrdinalIgnoreCase)
            && origin.AsSpan(head.Length, origin.Length - head.Length - tail.Length).IndexOfAny('/', ':') < 0;
    }

    public static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<ViewerTokenProblem> CheckChannel(ViewerTokenClaims claims)
    {
        if (!ChannelArn().IsMatch(claims.ChannelArn) || claims.ChannelArn.Length > IvsArn.MaximumLength)
        {
            yield return new(
                ViewerTokenProblemId.InvalidChannelArn,
                $"{SafeText.Quote(claims.ChannelArn)} is not the ARN of a channel, such as "
                    + "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh.");
        }
    }

    private static IEnumerable<ViewerTokenProblem> CheckExpiry(ViewerTokenClaims claims, DateTimeOffset now)
    {
        // A token contains the expiry in whole seconds.
        var expiry = DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt.ToUnixTimeSeconds());
        if (expiry <= now)
        {
            yield return new(
                ViewerTokenProblemId.Expired, $"The token expired at {Utc(expiry)}. Playback cannot start with an expired token.");
        }
        else if ((claims.ViewerId ?? claims.SingleUseUuid) is not null && expiry > now + BoundLife)
        {
            yield return new(
                ViewerTokenProblemId.LivesTooLong,
                $"A token with a viewer ID or a single-use UUID must expire within 10 minutes. This token expires at {Utc(expiry)}.");
        }
        else if (expiry.ToUnixTimeSeconds() > LastSecond)
        {
            yield return new(
                ViewerTokenProblemId.LivesTooLong,
                $"The expiry {Utc(expiry)} is too late. The latest expiry is {Utc(DateTimeOffset.FromUnixTimeSeconds(LastSecond))}, "
                    + "because a higher number of seconds would be read as milliseconds.");
        }
    }

    private static IEnumerable<ViewerTokenProblem> CheckViewer(ViewerTokenClaims claims)
    {
        if (claims.ViewerId is { } viewer && CodePoints.Count(viewer) is var length and (0 or > LongestViewerId))
        {
            yield return new(
                ViewerTokenProblemId.InvalidViewerId,
                length == 0
                    ? $"The viewer ID is empty. A viewer ID must have 1 to {LongestViewerId} characters."
                    : $"A viewer ID must have 1 to {LongestViewerId} characters. This viewer ID has {length}.");
        }
        else if (!SafeText.IsWellFormed(claims.ViewerId))
        {
            yield return new(ViewerTokenProblemId.InvalidViewerId, $"The viewer ID contains {IncompleteCharacter}.");
        }
        if (claims.ViewerSessionVersion < 0)
            yield return new(ViewerTokenProblemId.InvalidViewerSessionVersion, "A viewer session version must be 0 or more.");
        else if (claims is { ViewerSessionVersion: not null, ViewerId: null })
            yield return new(ViewerTokenProblemId.InvalidViewerSessionVersion, "A viewer session version requires a viewer ID.");
        if (claims.SingleUseUuid is { } uuid && !Uuid().IsMatch(uuid))
        {
            yield return new(
                ViewerTokenProblemId.InvalidSingleUseUuid,
                $"{SafeText.Quote(uuid)} is not a UUID, such as 6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61.");
        }
    }

    private static IEnumerable<ViewerTokenProblem> CheckOrigins(ViewerTokenClaims claims)
    {
        foreach (var origin in claims.AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return new(
                ViewerTokenProblemId.InvalidOrigin,
                $"{SafeText.Quote(origin)} is not an origin. Use a scheme and a host, such as https://example.com or "
                    + "https://*.example.com, and a port if it is not the default port.");
        }
        if (claims.StrictOrigin && claims.AllowedOrigins.Count == 0)
        {
            yield return new(
                ViewerTokenProblemId.StrictOriginWithoutOrigin,
                "Strict origin enforcement requires at least one allowed origin.");
        }
        if (claims.StrictOrigin && claims.AllowedOrigins.Count > MostStrictOrigins)
        {
            yield return new(
                ViewerTokenProblemId.TooManyOrigins,
                $"Strict origin enforcement allows at most {MostStrictOrigins} origins. The token has {claims.AllowedOrigins.Count}.");
        }
    }

    private static IEnumerable<ViewerTokenProblem> CheckResolution(ViewerTokenClaims claims)
    {
        if (claims.MaximumResolution is { } resolution && !Resolutions.Contains(resolution))
        {
            yield return new(
                ViewerTokenProblemId.InvalidMaximumResolution,
                $"{SafeText.Quote(resolution)} is not a maximum resolution. Use SD, HD or FULL_HD.");
        }
    }

    private static IEnumerable<ViewerTokenProblem> CheckAds(ViewerTokenClaims claims)
    {
        if (claims.AdsPlayerParameters is { } parameters
            && parameters.Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value)) is var size
                and > LongestPlayerParameters)
        {
            yield return new(
                ViewerTokenProblemId.InvalidAdsPlayerParameters,
                $"The keys and values of the player parameters have {size} bytes. The maximum is {LongestPlayerParameters} bytes.");
        }
        else if (claims.AdsPlayerParameters?.Any(one => !SafeText.IsWellFormed(one.Key) || !SafeText.IsWellFormed(one.Value)) is true)
        {
            yield return new(ViewerTokenProblemId.InvalidAdsPlayerParameters, $"A player parameter contains {IncompleteCharacter}.");
        }
        if (claims.AdsPlaybackConfigurationName is { Length: 0 })
        {
            yield return new(
                ViewerTokenProblemId.InvalidAdsPlaybackConfigurationName,
                "The name of the MediaTailor playback configuration is empty.");
        }
        else if (!SafeText.IsWellFormed(claims.AdsPlaybackConfigurationName))
        {
            yield return new(
                ViewerTokenProblemId.InvalidAdsPlaybackConfigurationName,
                $"The name of the MediaTailor playback configuration contains {IncompleteCharacter}.");
        }
        if (claims.AdsReportingMode is { } mode && !ReportingModes.Contains(mode))
        {
            yield return new(
                ViewerTokenProblemId.InvalidAdsReportingMode,
                $"{SafeText.Quote(mode)} is not a reporting mode. Use CLIENT or SERVER.");
        }
    }

    [GeneratedRegex(IvsArn.ChannelPattern, RegexOptions.CultureInvariant)]
    private static partial Regex ChannelArn();

    [GeneratedRegex(@"\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(
        @"\A(?:\*|file://|(?:[a-z][a-z0-9+.-]*://)?(?:(?:\*\.?)?[a-z0-9_][a-z0-9._-]*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
