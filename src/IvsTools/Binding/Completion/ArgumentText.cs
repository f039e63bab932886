using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace IvsTools.Binding.Completion;

/// <summary>Converts values to arguments on the command line, and compares them with what the user typed.</summary>
internal static partial class ArgumentText
{
    /// <summary>Returns the value, in quotation marks if PowerShell would otherwise split or expand it.</summary>
    public static string Of(string value) =>
        Unquoted().IsMatch(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    /// <summary>True if the word on the command line is the start of the value. The word can have quotation marks.</summary>
    public static bool Begins(string? value, string? word) =>
        value?.StartsWith((word ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase) is true;

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_.:/\\+=-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unquoted();
}
