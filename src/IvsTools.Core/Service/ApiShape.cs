using System.Globalization;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>An API type and its limits. Min and Max limit the length of text, lists and maps, and the value of numbers.</summary>
internal sealed record ApiShape(
    string Type, long? Min, long? Max, Regex? Pattern, string[]? Values, string? Member, string? Key, string? Value)
{
    /// <summary>Describes the valid values. Examples: "LOW, NORMAL" and "0 to 128 characters".</summary>
    public string ValidValues => Values is not null ? string.Join(", ", Values) : $"{Range}{Unit}{Form}";

    private string Range => Max is null ? $"{Min} or more" : $"{Min ?? 0} to {Max}";

    private string Unit => Type == "string" ? " characters" : string.Empty;

    private string Form => Pattern is null ? string.Empty : $" that match the pattern {Pattern}";

    /// <summary>Returns the broken rule in the words of the service, or null if the value is valid.</summary>
    /// <remarks>For a list or a map, the caller passes the number of items.</remarks>
    public string? RuleBrokenBy(object? value) => value switch
    {
        string text => RuleBrokenBy(text),
        IConvertible number and not bool => LimitBrokenBy(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => null,
    };

    private string? RuleBrokenBy(string text) =>
        LimitBrokenBy(CodePoints.Count(text)) is { } limit ? limit
        : Values?.Contains(text) is false ? $"must satisfy enum value set: [{string.Join(", ", Values)}]"
        : Pattern?.IsMatch(CodePoints.InBasicPlane(text)) is false ? $"must satisfy regular expression pattern: {Pattern}"
        : null;

    private string? LimitBrokenBy(double size)
    {
        var what = Type is "string" or "list" or "map" ? "length" : "value";
        return size < Min ? $"must have {what} greater than or equal to {Min}"
            : size > Max ? $"must have {what} less than or equal to {Max}"
            : null;
    }
}
