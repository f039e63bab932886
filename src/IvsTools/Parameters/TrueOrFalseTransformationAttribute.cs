using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>
/// Reads the cells of a CSV as true or false. PowerShell turns no text into a bool, and by property name that is no error:
/// the cell would be left out without a word, and a channel that was to be private would be public. An empty cell sets nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal class TrueOrFalseTransformationAttribute : CellTransformationAttribute
{
    protected override string? Refuse(object? value) =>
        value is string text && text.Trim().Length > 0 && TrueOrFalse(text) is null ? $"{SafeText.Quote(text)} is not true or false." : null;

    protected override object? Read(object? value) => value is string text ? TrueOrFalse(text) : value;

    private static bool? TrueOrFalse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };
}
