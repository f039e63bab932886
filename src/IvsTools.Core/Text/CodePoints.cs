using System.Globalization;
using System.Text;

namespace IvsTools.Text;

/// <summary>Reads text as Unicode code points, as the service does. .NET reads text as UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>Returns the number of code points. The length limits of the service apply to this number.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>Prepares text for patterns: replaces each code point above U+FFFF with a character of a similar category.</summary>
    /// <remarks>
    /// For a code point above U+FFFF, .NET matches each surrogate separately. A surrogate is neither a letter nor a number, so a
    /// pattern for letters would not match a letter above U+FFFF.
    /// </remarks>
    public static string InBasicPlane(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(rune.IsBmp ? (char)rune.Value : Like(Rune.GetUnicodeCategory(rune)));
        return plain.ToString();
    }

    private static char Like(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => 'ª',
        <= UnicodeCategory.EnclosingMark => '\u0301',
        <= UnicodeCategory.OtherNumber => '²',
        <= UnicodeCategory.ParagraphSeparator => '\u2003',
        _ => '\u2603',
    };
}
