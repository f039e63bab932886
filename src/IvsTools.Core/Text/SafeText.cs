using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IvsTools.Text;

/// <summary>
/// Prepares text from a service, a file or an argument for display: without secrets and control characters, and limited in length.
/// </summary>
public static partial class SafeText
{
    /// <summary>The maximum number of characters to show.</summary>
    public const int MaximumLength = 1000;

    private const string Hidden = "••••";

    /// <summary>A sentence for an error, a warning or a log.</summary>
    public static string Line(string? text) => Escape(Mask(Bound(text ?? string.Empty)), IsUnfit);

    /// <summary>
    /// A value for a view. Control and format characters, such as those that move the cursor or
    /// reverse the direction, are escaped. Other characters are not changed.
    /// </summary>
    public static string? Inert(string? text) =>
        text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.EnumerateRunes().Any(Steers)
            ? text
            : Escape(text, Steers);

    /// <summary>An argument in quotation marks, for a message. For a secret, only its type is shown.</summary>
    public static string Quote(string? text)
    {
        const int longest = 200;
        text ??= string.Empty;
        if (KindOfSecret(text) is { } kind)
            return kind;
        return $"'{Escape(text.Length <= longest ? text : text[..longest] + "…", IsUnfit)}'";
    }

    /// <summary>True if the text contains a private key, a stream key, a token or a password.</summary>
    public static bool HoldsSecret(string? text) => text is not null && KindOfSecret(text) is not null;

    // Key text is recognized by its markers, even on one line with a literal \n, or without its first line.
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
        return UserInfo().Replace(text, $"://{Hidden}@");
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
            // An unpaired surrogate is enumerated as U+FFFD.
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

    // A complete or incomplete PEM block.
    [GeneratedRegex(@"-----BEGIN [^-]*-----.*?(-----END[^-]*-----|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PemText();

    // The DER of a private key (PKCS#8 plain and encrypted, SEC1) in base64, by its first characters.
    [GeneratedRegex(@"\bM[HIE][A-Za-z0-9+/\\\r\n]{60,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex KeyText();

    [GeneratedRegex(@"\bsk_[a-z]{2}(-[a-z]+)+-\d+_[A-Za-z0-9]+(_[A-Za-z0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex StreamKeyText();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*(\.[A-Za-z0-9_-]*)?", RegexOptions.CultureInvariant)]
    private static partial Regex TokenText();

    // The match ends at the last @ before the path, because a password can contain an unescaped @.
    [GeneratedRegex(@"://[^/\s'""]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
