using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Signing;

/// <summary>Checks AWS Signature Version 4. The signature also determines the Region and account of a request.</summary>
internal sealed partial class SignatureCheck(AccessKeys keys, TimeProvider time)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(string Date, string Region), byte[]> _signingKeys = [];

    /// <exception cref="ApiException">The request is not signed, or its signature is not valid.</exception>
    /// <returns>The Region and account of the request.</returns>
    public Scope Check(string method, string rawUrl, NameValueCollection headers, byte[] body)
    {
        if (headers["Authorization"] is not { Length: > 0 } authorization)
            throw new ApiException(CommonErrorCode.MissingAuthenticationTokenException, "Missing Authentication Token");
        if (Parts().Match(authorization) is not { Success: true } parts)
            throw Incomplete("the Authorization header does not have the AWS4-HMAC-SHA256 format");
        var (date, credential) = (parts.Groups["date"].Value, parts.Groups["scope"].Value);
        if (keys.AccountOf(parts.Groups["key"].Value) is not { } accountId)
            throw new ApiException(CommonErrorCode.UnrecognizedClientException, "The security token included in the request is invalid.");
        if (headers["X-Amz-Security-Token"] != keys.SessionToken)
            throw new ApiException(CommonErrorCode.UnrecognizedClientException, "The security token included in the request is invalid.");
        if (rawUrl.Split('?')[0].Contains("//", StringComparison.Ordinal))
            throw Invalid("The path has an empty segment, which the service removes before it verifies the signature.");
        if (credential.Split('/') is not [_, var region, "ivs", "aws4_request"] || !keys.IsRegion(region))
        {
            throw Invalid(
                $"Credential should be scoped to a valid region and service: {keys.Region}/ivs, or another Region of Amazon IVS.");
        }
        var signedNames = parts.Groups["signed"].Value.Split(';');
        if (!signedNames.Contains("host") || !(signedNames.Contains("x-amz-date") || signedNames.Contains("date")))
            throw Incomplete("host and x-amz-date must be signed");
        if (!signedNames.SequenceEqual(signedNames.Order(StringComparer.Ordinal)))
            throw Incomplete("the signed headers must be sorted by name");
        if (signedNames.FirstOrDefault(name => headers[name] is null) is { } absent)
            throw Invalid($"The signed header '{absent}' is not in the request.");
        if (headers.AllKeys.FirstOrDefault(name => MustBeSigned(name!) && !signedNames.Contains(name!.ToLowerInvariant())) is { } unsigned)
            throw Invalid($"The header '{unsigned}' must be signed.");

        var stamp = headers["X-Amz-Date"] ?? string.Empty;
        CheckTime(stamp, date);
        var canonical = Canonical(method, rawUrl, headers, signedNames, PayloadHash(headers, body));
        var toSign = $"{Algorithm}\n{stamp}\n{credential}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hmac(SigningKey(date, region), toSign);
        if (!CryptographicOperations.FixedTimeEquals(signature, Convert.FromHexString(parts.Groups["signature"].Value)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method.");
        }
        return new Scope(region, accountId);
    }

    // Proxies add X-Amzn-Trace-Id, so clients cannot sign it.
    private static bool MustBeSigned(string header) =>
        header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)
        || (header.StartsWith("X-Amzn-", StringComparison.OrdinalIgnoreCase)
            && !header.Equals("X-Amzn-Trace-Id", StringComparison.OrdinalIgnoreCase));

    private void CheckTime(string stamp, string date)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, utc, out var signedAt)
            || !stamp.StartsWith(date, StringComparison.Ordinal))
        {
            throw Incomplete("X-Amz-Date is missing or does not match the date of the credential");
        }
        var now = time.GetUtcNow().UtcDateTime;
        if (signedAt < now - Skew)
            throw Invalid($"Signature expired: {stamp} is now earlier than {now - Skew:yyyyMMdd'T'HHmmss'Z'}");
        if (signedAt > now + Skew)
            throw Invalid($"Signature not yet current: {stamp} is still later than {now + Skew:yyyyMMdd'T'HHmmss'Z'}");
    }

    private static string PayloadHash(NameValueCollection headers, byte[] body)
    {
        var hash = Hex(SHA256.HashData(body));
        var sent = headers["X-Amz-Content-Sha256"];
        return sent is null || sent == hash ? hash : throw Invalid("The hash of the payload does not match x-amz-content-sha256.");
    }

    private static string Canonical(string method, string rawUrl, NameValueCollection headers, string[] signedNames, string payloadHash)
    {
        var question = rawUrl.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? rawUrl : rawUrl[..question];
        // All services except S3 encode the path twice for the signature.
        var canonicalPath = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var query = question < 0 ? [] : rawUrl[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Encode(pair[0]), Value: pair.Length == 2 ? Encode(pair[1]) : string.Empty))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}");
        var signedHeaders = string.Concat(signedNames.Select(name =>
            $"{name}:{Spaces().Replace((headers[name] ?? string.Empty).Trim(), " ")}\n"));
        return $"{method}\n{canonicalPath}\n{string.Join('&', query)}\n{signedHeaders}\n{string.Join(';', signedNames)}\n{payloadHash}";
    }

    // All requests on the same day in the same Region use the same signing key.
    private byte[] SigningKey(string date, string region) => _signingKeys.GetOrAdd((date, region), static (of, secret) =>
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { of.Date, of.Region, "ivs", "aws4_request" })
            key = Hmac(key, part);
        return key;
    }, keys.SecretAccessKey);

    private static string Encode(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part.Replace('+', ' ')));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private static ApiException Incomplete(string what) =>
        new(CommonErrorCode.IncompleteSignatureException, $"The signature is incomplete: {what}.");

    private static ApiException Invalid(string message) => new(CommonErrorCode.InvalidSignatureException, message);

    [GeneratedRegex(
        @"\AAWS4-HMAC-SHA256\s+Credential=(?<key>[^/,\s]+)/(?<scope>(?<date>\d{8})/[^,\s]+),"
            + @"\s*SignedHeaders=(?<signed>[a-z0-9;-]+),\s*Signature=(?<signature>[0-9a-f]{64})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
