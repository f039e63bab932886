using System.Text.Json;
using System.Text.RegularExpressions;
using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>The JSON array that Amazon IVS returns when it rejects a playback request.</summary>
internal sealed partial record ServiceRejection(int Status, string? Code, string Message)
{
    private const string NotLiveCode = "stream_not_found";
    private const string NoRenditionCode = "transcode_does_not_exist";
    private const string NotFoundCode = "not_found";

    // A rejection has only a few hundred bytes. Longer responses are ignored, because the time that the regular expressions need can
    // grow with the square of the length.
    private const int MaximumBytes = 16 * 1024;

    /// <summary>Reads a response. Returns null if the response is not a rejection in JSON.</summary>
    public static ServiceRejection? Read(PlaybackResponse response)
    {
        // The status 429 (too many requests) does not show whether the channel can be played.
        if (response.Status is < 400 or > 499 or 429 || response.Body.Length > MaximumBytes)
            return null;
        try
        {
            using var json = JsonDocument.Parse(response.Body);
            if (json.RootElement.ValueKind != JsonValueKind.Array
                || json.RootElement.EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } entry
                || Text(entry, "error") is not { } message)
            {
                return null;
            }
            return new ServiceRejection(response.Status, Text(entry, "error_code"), message);
        }
        // Reading a string with invalid Unicode throws an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Returns the ID of the problem that the code or the message describes, or Unknown if neither describes a known problem.
    /// </summary>
    /// <param name="isMedia">True for a media playlist.</param>
    /// <param name="hasToken">True if the URL contains a token.</param>
    // AWS documents one code (invalid token) and one message (missing token). All other messages are identified by keywords.
    public string Problem(bool isMedia, bool hasToken) => (Status, Code) switch
    {
        (404, NotLiveCode or NoRenditionCode) => PlaybackProblemId.NotLive,
        (404, NotFoundCode) => isMedia ? PlaybackProblemId.SessionNotFound : PlaybackProblemId.ChannelNotFound,
        (403, _) when Segments().IsMatch(Message) =>
            hasToken ? ViewerTokenProblemId.WrongSegmentCount : PlaybackProblemId.TokenRequired,
        (403, _) when KeyPair().IsMatch(Message) => PlaybackProblemId.NoPlaybackKeyPair,
        (403, _) when Revoked().IsMatch(Message) => PlaybackProblemId.ViewerRevoked,
        (403, _) when Used().IsMatch(Message) => PlaybackProblemId.TokenUsed,
        (403, _) when Origin().IsMatch(Message) => ViewerTokenProblemId.OriginNotAllowed,
        (403, _) when Country().IsMatch(Message) => PlaybackProblemId.CountryNotAllowed,
        (403, _) when Expired().IsMatch(Message) => ViewerTokenProblemId.Expired,
        (403, _) when Signature().IsMatch(Message) => ViewerTokenProblemId.WrongSignature,
        _ => PlaybackProblemId.Unknown,
    };

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\binvalid number of segments\b", Options)]
    private static partial Regex Segments();

    [GeneratedRegex(@"\bno playback key pair\b", Options)]
    private static partial Regex KeyPair();

    [GeneratedRegex(@"\brevoked\b", Options)]
    private static partial Regex Revoked();

    [GeneratedRegex(@"\balready (?:been )?used\b", Options)]
    private static partial Regex Used();

    [GeneratedRegex(@"\b(?:pages of|origin) .*\bnot allowed\b", Options)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\bplayback from [A-Z]{2} is not allowed\b|\b(?:country|region) .*\b(?:not allowed|restricted)\b", Options)]
    private static partial Regex Country();

    [GeneratedRegex(@"\btoken (?:is |has )?expired\b", Options)]
    private static partial Regex Expired();

    [GeneratedRegex(@"\bsignature is invalid\b|\bdoes not verify the signature\b", Options)]
    private static partial Regex Signature();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
}
