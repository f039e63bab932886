using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IvsTools.Tokens;

/// <summary>Converts claims to the signed part of a JWT.</summary>
internal static class ViewerTokenFormat
{
    public const string Algorithm = "ES384";
    public const string Type = "JWT";
    public const int SignatureLength = 96;

    public const int MaximumLength = 2048;

    // The default encoder writes characters such as & and é as six bytes.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of every token that this module signs, and the dot after it.</summary>
    public static readonly string Head = Base64Url.EncodeToString("{\"alg\":\"ES384\",\"typ\":\"JWT\"}"u8) + ".";

    /// <summary>Returns the header and the payload separated by a dot.</summary>
    public static string Unsigned(ViewerTokenClaims claims)
    {
        using var payload = new MemoryStream();
        using (var json = new Utf8JsonWriter(payload, new JsonWriterOptions { Encoder = Json.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString(ClaimName.ChannelArn, claims.ChannelArn);
            if (claims.AllowedOrigins.Count > 0)
                json.WriteString(ClaimName.AllowedOrigin, string.Join(',', claims.AllowedOrigins));
            if (claims.StrictOrigin)
                json.WriteBoolean(ClaimName.StrictOrigin, true);
            if (claims.SingleUseUuid is not null)
                json.WriteString(ClaimName.SingleUseUuid, claims.SingleUseUuid);
            if (claims.ViewerId is not null)
                json.WriteString(ClaimName.ViewerId, claims.ViewerId);
            if (claims.ViewerSessionVersion is { } version)
                json.WriteNumber(ClaimName.ViewerSessionVersion, version);
            if (claims.MaximumResolution is not null)
                json.WriteString(ClaimName.MaximumResolution, claims.MaximumResolution);
            if (claims.AdsOptOut)
                json.WriteBoolean(ClaimName.AdsOptOut, true);
            if (claims.AdsPlayerParameters is { } parameters)
                WriteParameters(json, parameters);
            if (claims.AdsPlaybackConfigurationName is not null)
                json.WriteString(ClaimName.AdsPlaybackConfigurationName, claims.AdsPlaybackConfigurationName);
            if (claims.AdsReportingMode is not null)
                json.WriteString(ClaimName.AdsReportingMode, claims.AdsReportingMode);
            // The expiry is in seconds. If it were in milliseconds, the token would be valid for about 50,000 years.
            json.WriteNumber(ClaimName.Expiry, claims.ExpiresAt.ToUnixTimeSeconds());
            json.WriteEndObject();
        }
        return Head + Base64Url.EncodeToString(payload.GetBuffer().AsSpan(0, (int)payload.Length));
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyDictionary<string, string> parameters)
    {
        json.WriteStartObject(ClaimName.AdsPlayerParameters);
        foreach (var (name, value) in parameters)
            json.WriteString(name, value);
        json.WriteEndObject();
    }
}
