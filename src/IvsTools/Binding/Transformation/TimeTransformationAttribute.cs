using System.Globalization;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts a time or a time span. Numbers without a unit are rejected, because PowerShell would convert the number 300 to
/// 300 ticks, and the text 300 to 300 days.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TimeTransformationAttribute(Type type, string example) : CellTransformationAttribute
{
    public Type Type { get; } = type;

    public string Example { get; } = example;

    protected override string? Refuse(object? value)
    {
        if (value is null or "")
            return null;
        var isNumber = value is string text
            ? double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
            : value is IConvertible and not DateTime;
        return isNumber ? $"{SafeText.Quote($"{value}")} does not have a unit. Use a value such as {Example}."
            : LanguagePrimitives.TryConvertTo(value, Type, CultureInfo.InvariantCulture, out _) ? null
            : $"{SafeText.Quote($"{value}")} is not a time. Use a value such as {Example}.";
    }

    protected override object? Read(object? value) =>
        value is null or "" ? null : LanguagePrimitives.ConvertTo(value, Type, CultureInfo.InvariantCulture);
}
