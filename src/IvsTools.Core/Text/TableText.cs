using System.Text.RegularExpressions;

namespace IvsTools.Text;

/// <summary>Wraps text for the columns of a table.</summary>
public static class TableText
{
    /// <summary>
    /// Adds line breaks between words so that each line fits the width, because PowerShell breaks lines within words in some
    /// cultures, such as the invariant culture. PowerShell still breaks a word that is longer than the width.
    /// </summary>
    public static string? Wrap(string? text, int width) => text is null
        ? null
        : Regex.Replace(SafeText.Inert(text)!, $@"(\S.{{0,{width - 1}}})(?:\s+|\z)", "$1\n", RegexOptions.CultureInvariant).TrimEnd();
}
