using System.Text;
using IvsTools.Keys;
using IvsTools.Text;

namespace IvsTools.Tokens;

/// <summary>Reports what a token contains, whether a key verifies it, and which problems it has.</summary>
internal static class ViewerTokenInspection
{
    /// <summary>Checks a token. The contents of a token never cause an exception.</summary>
    /// <param name="token">The token, or a playback URL that contains a token.</param>
    /// <param name="keys">The public keys that can verify the token. If the collection is empty, the signature is not checked.</param>
    /// <param name="channelArn">
    /// The expected channel. If the value is null and the input is not a playback URL, the token can be for any channel.
    /// </param>
    /// <param name="origin">A URL of the site whose page plays the channel. If the value is null, the origin is not checked.</param>
    /// <param name="now">The time at which the token is checked. If the value is null, the current time is used.</param>
    public static ViewerTokenReport Inspect(
        string token,
        IReadOnlyCollection<PlaybackPublicKey> keys,
        string? channelArn = null,
        string? origin = null,
        DateTimeOffset? now = null)
    {
        var time = now ?? DateTimeOffset.UtcNow;
        var parsed = new ParsedToken(token);
        var header = parsed.Json(0, "header");
        var payload = parsed.Json(1, "payload");
        var (signer, signatureProblem) = Verify(parsed, keys);
        var claims = ParsedClaims.Read(payload, time);

        var problems = new List<ViewerTokenProblem>(parsed.Problems);
        problems.AddRange(CheckHeader(header));
        if (signatureProblem is not null)
            problems.Add(signatureProblem);
        problems.AddRange(claims.Problems);
        if (ViewerTokenRules.CheckLength(string.Join('.', parsed.Segments).Length) is { } tooLong)
            problems.Add(tooLong);
        problems.AddRange(ViewerTokenRules.Check(claims.Claims, time).Where(claims.IsMeant));
        if (claims.HasChannel)
            problems.AddRange(CheckChannel(claims.Claims.ChannelArn, channelArn, parsed.ChannelOfUrl));
        if (origin is not null && !ViewerTokenRules.Allows(claims.Claims.AllowedOrigins, origin))
        {
            problems.Add(new(
                ViewerTokenProblemId.OriginNotAllowed,
                $"The token does not allow pages from {SafeText.Quote(origin)} to play the channel."));
        }
        var signature = signer is not null ? ViewerTokenSignature.Verified
            : keys.Count == 0 && signatureProblem is null ? ViewerTokenSignature.NotChecked
            : ViewerTokenSignature.Invalid;
        var notes = new List<ViewerTokenProblem>([.. parsed.Notes, .. claims.Notes]);
        // IsValid is true in this report, so without this note, a reader could assume that the signature is valid.
        if (signature == ViewerTokenSignature.NotChecked && problems.Count == 0)
        {
            notes.Add(new(
                ViewerTokenProblemId.SignatureNotChecked,
                "The signature was not checked, because no public key was specified. Use -PublicKeyPath to check it."));
        }
        return new ViewerTokenReport(
            problems,
            signature,
            signer?.Fingerprint,
            claims.HasChannel ? claims.Claims.ChannelArn : null,
            claims.Claims.ViewerId,
            claims.HasExpiry ? claims.Claims.ExpiresAt : null,
            header ?? [],
            payload ?? [],
            notes);
    }

    private static IEnumerable<ViewerTokenProblem> CheckChannel(string channelArn, string? expected, string? channelOfUrl)
    {
        if (expected is not null && expected != channelArn)
            yield return Other($"not for {SafeText.Quote(expected)}");
        if (channelOfUrl is not null && channelOfUrl != channelArn && channelOfUrl != expected)
            yield return Other($"but the URL is for {SafeText.Quote(channelOfUrl)}");

        ViewerTokenProblem Other(string difference) =>
            new(ViewerTokenProblemId.OtherChannel, $"The token is for {SafeText.Quote(channelArn)}, {difference}.");
    }

    private static IEnumerable<ViewerTokenProblem> CheckHeader(Dictionary<string, object?>? header)
    {
        if (header is null)
            yield break;
        var algorithm = header.GetValueOrDefault("alg") as string;
        if (string.Equals(algorithm, "none", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(ViewerTokenProblemId.NotSigned, "The algorithm of the token is 'none', so it is not signed.");
        }
        else if (algorithm is null)
        {
            yield return new(
                ViewerTokenProblemId.WrongAlgorithm,
                "The header of the token does not contain an algorithm. Amazon IVS accepts only ES384.");
        }
        else if (algorithm != ViewerTokenFormat.Algorithm)
        {
            yield return new(
                ViewerTokenProblemId.WrongAlgorithm,
                $"The algorithm of the token is {SafeText.Quote(algorithm)}. Amazon IVS accepts only ES384.");
        }
        if (header.ContainsKey("crit"))
        {
            yield return new(
                ViewerTokenProblemId.CriticalHeader,
                "The header of the token contains crit, which requires JWT extensions. Amazon IVS does not support JWT extensions.");
        }
        if (header.GetValueOrDefault("typ") is { } type
            && !ViewerTokenFormat.Type.Equals(type as string, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(
                ViewerTokenProblemId.WrongType,
                $"The type of the token is {SafeText.Quote(type.ToString()!)}. The type must be JWT.");
        }
    }

    private static (PlaybackPublicKey? Signer, ViewerTokenProblem? Problem) Verify(
        ParsedToken parsed, IReadOnlyCollection<PlaybackPublicKey> keys)
    {
        if (parsed.Bytes(2, "signature") is not { } signature)
            return default;
        if (IsDer(signature))
        {
            return (
                null,
                new(
                    ViewerTokenProblemId.DerSignature,
                    "The signature is in DER format, which 'openssl dgst' writes. A token requires r and s as 96 raw bytes."));
        }
        if (signature.Length != ViewerTokenFormat.SignatureLength)
        {
            return (
                null,
                new(
                    ViewerTokenProblemId.WrongSignatureLength,
                    $"The signature has {signature.Length} bytes. An ES384 signature has 96 bytes."));
        }
        var signed = Encoding.UTF8.GetBytes(parsed.Signed);
        var signer = keys.FirstOrDefault(key => key.Verifies(signed, signature));
        return signer is not null || keys.Count == 0
            ? (signer, null)
            : (
                null,
                new(
                    ViewerTokenProblemId.WrongSignature,
                    "The public key does not verify the signature: another key signed the token, or the token was changed."));
    }

    private static bool IsDer(byte[] signature) =>
        signature.Length != ViewerTokenFormat.SignatureLength && DerForm.IsOneSequence(signature);
}
