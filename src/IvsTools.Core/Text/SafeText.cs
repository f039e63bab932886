using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IvsTools.Text;

/// <summary>Prepares untrusted text for display: masks secrets, escapes control characters, and limits the length.</summary>
public static partial class SafeText
{
    /// <summary>The maximum number of characters that are shown.</summary>
    public const int MaximumLength = 1000;

    /// <summary>Returns text that is safe in an error, a warning or a log.</summary>
    public static string Line(string? text) => Escape(Mask(Bound(text ?? string.Empty)), IsUnfit);

    /// <summary>
    /// Prepares text for a PowerShell view. Only control and format characters are escaped, because they can move the cursor or
    /// reverse the text.
    /// </summary>
    public static string? Inert(string? text) =>
        text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.EnumerateRunes().Any(Steers)
            ? text
            : Escape(text, Steers);

    /// <summary>Returns an argument in quotation marks for a message. A secret is replaced with its type.</summary>
    public static string Quote(string? text)
    {
        const int longest = 200;
        text ??= string.Empty;
        if (KindOfSecret(text) is { } kind)
            return kind;
        return $"'{Escape(text.Length <= longest ? text : text[..longest] + "…", IsUnfit)}'";
    }

    /// <summary>
    /// Returns false for text with an unpaired surrogate, such as text that was cut in the middle of an emoji. UTF-8 cannot
    /// represent an unpaired surrogate, so an encoder would replace it, and different texts could become the same.
    /// </summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var start and >= 0)
        {
            if (Rune.DecodeFromUtf16(text[start..], out _, out var length) != OperationStatus.Done)
                return false;
            text = text[(start + length)..];
        }
        return true;
    }

    /// <summary>Returns true if the text contains a private key, a stream key, a token or a password.</summary>
    public static bool HoldsSecret(string? text) => text is not null && KindOfSecret(text) is not null;

    // KeyText recognizes a key by its base64 if the BEGIN line is missing.
    private static string? KindOfSecret(string text) =>
        text.Contains("-----BEGIN", StringComparison.Ordinal) || KeyText().IsMatch(text) ? "(key text)"
        : StreamKeyText().IsMatch(text) ? "(stream key)"
        : TokenText().IsMatch(text) ? "(token)"
        : UserInfo().IsMatch(text) ? "(URL with a password)"
        : null;

    private static string Mask(string text)
    {
        text = PemText().Replace(text, "(key text)");
        text = KeyText().Replace(text, "(key text)");
        text = StreamKeyText().Replace(text, match => Secret.Mask(match.Value)!);
        text = TokenText().Replace(text, "(token)");
        return UserInfo().Replace(text, $"://{Secret.Masked}@");
    }

    private static string Bound(string text) =>
        text.Length <= MaximumLength ? text : string.Concat(text.AsSpan(0, MaximumLength), "…");

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool IsUnfit(Rune rune) => Steers(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escape(string text, Func<Rune, bool> isUnfit)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes returns U+FFFD for an unpaired surrogate.
            if (isUnfit(rune))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                shown.Append(rune.ToString());
            }
        }
        return shown.ToString();
    }

    // A block without its END line can also contain a complete key.
    [GeneratedRegex(@"-----BEGIN[^-]*-----.*?(-----END[^-]*-----|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PemText();

    // The base64 text of a key, a certificate or a CMS message. Each is a DER or BER sequence whose first value is a number, a sequence
    // or an OID. The pattern includes the ASN.1 tag of the first value, so that it does not match other text, such as MEDIA in a path.
    // Line breaks can be written as the two characters \ and n, so the pattern also matches a backslash. An encoded character such as
    // %2F can precede a secret, so the pattern does not start at a word boundary.
    [GeneratedRegex(
        @"M(?:[D-H][A-Za-z0-9+/][Cw]|IA[CG]|I[GH][A-Za-z0-9+/](?:AgE|M[A-P]|Bgk)|II[A-Za-z0-9+/]{2}[AQgwDTjz][A-DI-LY-b])"
            + @"[A-Za-z0-9+/\\\r\n]{56,}={0,2}",
        RegexOptions.CultureInvariant)]
    private static partial Regex KeyText();

    [GeneratedRegex(@"sk_[a-z]{2}(-[a-z]+)+-\d+_[A-Za-z0-9]+(_[A-Za-z0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex StreamKeyText();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*(\.[A-Za-z0-9_-]*)?", RegexOptions.CultureInvariant)]
    private static partial Regex TokenText();

    // A password can contain an unescaped @, so the match ends at the last @ before the path.
    [GeneratedRegex(@"://[^/\s'""]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
