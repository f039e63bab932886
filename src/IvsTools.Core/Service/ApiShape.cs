using System.Globalization;
using System.Text.RegularExpressions;

namespace IvsTools.Service;

/// <summary>A type of the API data with its limits. Min and Max are a length for text, lists and maps, and a value for numbers.</summary>
internal sealed record ApiShape(
    string Type, long? Min, long? Max, Regex? Pattern, string[]? Values, string? Member, string? Key, string? Value)
{
    /// <summary>The rule that a text or a number breaks. Null if it is valid.</summary>
    public string? RuleBrokenBy(object? value) => value switch
    {
        string text when Values is not null => Values.Contains(text) ? null : $"the value must be one of {string.Join(", ", Values)}",
        string text when IsOutside(text.EnumerateRunes().Count()) => $"the value must have {Min} to {Max} characters",
        string text when Pattern?.IsMatch(text) is false => $"the value does not match {Pattern}",
        IConvertible number and not string and not bool when IsOutside(number.ToInt64(CultureInfo.InvariantCulture)) =>
            $"the value must be {Min} to {Max}",
        _ => null,
    };

    private bool IsOutside(long size) => size < Min || size > Max;
}
