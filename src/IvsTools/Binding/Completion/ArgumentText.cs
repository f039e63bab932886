using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace IvsTools.Parameters;

/// <summary>A value as an argument on the command line.</summary>
internal static partial class ArgumentText
{
    /// <summary>The value, in quotation marks if PowerShell would otherwise not read it as one value.</summary>
    public static string Of(string value) =>
        Unquoted().IsMatch(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_.:/\\+=-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unquoted();
}
