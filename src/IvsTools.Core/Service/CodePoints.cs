using System.Globalization;
using System.Text;

namespace IvsTools.Service;

/// <summary>
/// Makes patterns work with code points:
/// .NET matches the two surrogates of a code point above U+FFFF, which are neither letters nor numbers.
/// </summary>
internal static class CodePoints
{
    /// <summary>Replaces each code point above U+FFFF with a character of the same class.</summary>
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
