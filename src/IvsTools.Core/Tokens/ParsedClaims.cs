using System.Globalization;
using System.Text.Json;
using IvsTools.Text;

namespace IvsTools.Tokens;

internal sealed class ParsedClaims
{
    // RFC 7519 defines these claims. Some JWT libraries add these claims automatically, and Amazon IVS ignores them.
    private static readonly string[] Registered = ["iss", "sub", "aud", ClaimName.NotBefore, "iat", "jti"];

    // A participant token of Amazon IVS Real-Time Streaming contains these claims, but a viewer token does not.
    private static readonly string[] OfStages = ["whip_url", "events_url", "capabilities", "topic", "resource"];

    private const long SecondsOfYear = 31_556_952;

    private readonly IReadOnlyDictionary<string, object?> _payload;
    private readonly List<ViewerTokenProblem> _problems = [];
    private readonly List<ViewerTokenProblem> _notes = [];

    private ParsedClaims(IReadOnlyDictionary<string, object?>? payload, DateTimeOffset now)
    {
        _payload = payload ?? new Dictionary<string, object?>();
        var channelArn = Text(ClaimName.ChannelArn);
        var seconds = Number(ClaimName.Expiry);
        Claims = new ViewerTokenClaims
        {
            ChannelArn = channelArn ?? string.Empty,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(
                Math.Clamp(IsMilliseconds(seconds) ? seconds!.Value / 1000 : seconds ?? 0, 0, ViewerTokenRules.LastSecond)),
            AllowedOrigins = Text(ClaimName.AllowedOrigin)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
            StrictOrigin = Flag(ClaimName.StrictOrigin) ?? false,
            ViewerId = Text(ClaimName.ViewerId),
            // The version has no effect without a viewer ID.
            ViewerSessionVersion = Has(ClaimName.ViewerId) ? Number(ClaimName.ViewerSessionVersion) : null,
            SingleUseUuid = Text(ClaimName.SingleUseUuid),
            MaximumResolution = Text(ClaimName.MaximumResolution),
            AdsOptOut = Flag(ClaimName.AdsOptOut) ?? false,
            AdsPlayerParameters = Parameters(),
            AdsPlaybackConfigurationName = Text(ClaimName.AdsPlaybackConfigurationName),
            AdsReportingMode = Text(ClaimName.AdsReportingMode),
        };
        HasChannel = channelArn is not null;
        HasExpiry = seconds is not null;
        // If the payload is missing, the problem was already reported.
        if (payload is not null)
            Check(seconds, now);
    }

    public ViewerTokenClaims Claims { get; }

    public bool HasChannel { get; }

    public bool HasExpiry { get; }

    public IReadOnlyList<ViewerTokenProblem> Problems => _problems;

    public IReadOnlyList<ViewerTokenProblem> Notes => _notes;

    public static ParsedClaims Read(IReadOnlyDictionary<string, object?>? payload, DateTimeOffset now) => new(payload, now);

    /// <summary>Returns false if the cause of the problem is a missing claim, which was already reported.</summary>
    public bool IsMeant(ViewerTokenProblem problem) => problem.Id switch
    {
        ViewerTokenProblemId.InvalidChannelArn => HasChannel,
        ViewerTokenProblemId.Expired or ViewerTokenProblemId.LivesTooLong => HasExpiry,
        _ => true,
    };

    private void Check(long? expiry, DateTimeOffset now)
    {
        CheckStart(now);
        if (!Has(ClaimName.ChannelArn) && OfStages.Count(Has) > 1)
        {
            _problems.Clear();
            Add(
                ViewerTokenProblemId.StageToken,
                "The token is a participant token for a stage (Amazon IVS Real-Time Streaming), not a viewer token for a channel.");
            return;
        }
        if (!Has(ClaimName.ChannelArn))
            Add(ViewerTokenProblemId.MissingChannelArn, "The aws:channel-arn claim is missing.");
        if (!Has(ClaimName.Expiry))
            Add(ViewerTokenProblemId.MissingExpiry, "The exp claim is missing.");
        CheckUnit(expiry, now);
        NoteClaimsWithoutEffect();
    }

    private void CheckStart(DateTimeOffset now)
    {
        if (Number(ClaimName.NotBefore) is not { } start || start <= now.ToUnixTimeSeconds())
            return;
        Add(
            ViewerTokenProblemId.NotYetValid,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The token is not valid yet: its nbf claim is {start}, and the current time is {now.ToUnixTimeSeconds()}."));
    }

    private void CheckUnit(long? expiry, DateTimeOffset now)
    {
        if (!IsMilliseconds(expiry))
            return;
        var years = (expiry - now.ToUnixTimeSeconds()) / SecondsOfYear;
        Add(
            ViewerTokenProblemId.ExpiryInMilliseconds,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The exp claim is {expiry}, which is in milliseconds. The claim must be in seconds since 1970. "
                    + $"If this number were in seconds, the token would be valid for {years:N0} years."));
    }

    private void NoteClaimsWithoutEffect()
    {
        if (Has(ClaimName.ViewerSessionVersion) && !Has(ClaimName.ViewerId))
        {
            _notes.Add(new(
                ViewerTokenProblemId.VersionWithoutViewer,
                "The aws:viewer-session-version claim has no effect without the aws:viewer-id claim."));
        }
        foreach (var name in _payload.Keys.Except(ClaimName.All).Except(Registered))
        {
            _notes.Add(new(
                ViewerTokenProblemId.UnknownClaim,
                $"Amazon IVS does not support the claim {SafeText.Quote(name)}. This claim has no effect."));
        }
    }

    private bool Has(string name) => _payload.ContainsKey(name);

    private static bool IsMilliseconds(long? time) => time > ViewerTokenRules.LastSecond;

    private string? Text(string name) => Value<string>(name, "text");

    private bool? Flag(string name) => Value<object>(name, "true or false", value => value is bool) as bool?;

    private long? Number(string name) => Value<object>(name, "an integer", value => value is long) as long?;

    private Dictionary<string, string>? Parameters() =>
        Value<Dictionary<string, object?>>(ClaimName.AdsPlayerParameters, "an object")?.ToDictionary(
            member => member.Key, member => member.Value as string ?? JsonSerializer.Serialize(member.Value, ViewerTokenFormat.Json));

    private T? Value<T>(string name, string kind, Func<object, bool>? fits = null)
        where T : class
    {
        if (!_payload.TryGetValue(name, out var value))
            return null;
        if (value is T typed && (fits is null || fits(typed)))
            return typed;
        Add(ViewerTokenProblemId.WrongClaimType, $"The {name} claim must be {kind}.");
        return null;
    }

    private void Add(string id, string message) => _problems.Add(new ViewerTokenProblem(id, message));
}
