using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts text from a CSV file to a Boolean. Empty text means that the parameter is omitted. PowerShell would silently skip
/// text that binds by property name, so a private channel would be public.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal class TrueOrFalseTransformationAttribute : CellTransformationAttribute
{
    protected override string? Refuse(object? value) =>
        value is string text && text.Trim().Length > 0 && TrueOrFalse(text) is null
            ? $"{SafeText.Quote(text)} is not true or false."
            : null;

    protected override object? Read(object? value) => value is string text ? TrueOrFalse(text) : value;

    private static bool? TrueOrFalse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };
}
