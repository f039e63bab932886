using System.Globalization;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts text and the numbers 1 and 0 to a Boolean. Empty text means that the parameter is omitted.
/// </summary>
/// <remarks>
/// Without this attribute, PowerShell would silently skip an input property that contains text or a list. For example, it would
/// skip the text "true" in the property Authorized, and create a public channel.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal class TrueOrFalseTransformationAttribute : CellTransformationAttribute
{
    protected override string? Reject(object? value) =>
        IsEmpty(value) || TrueOrFalse(value) is not null
            ? null
            : $"{SafeText.Quote($"{value}")} is not true or false. The accepted values are true, yes, 1, false, no and 0.";

    protected override object? Read(object? value) => IsEmpty(value) ? null : TrueOrFalse(value);

    private static bool IsEmpty(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>Returns null if the value is not true or false.</summary>
    internal static bool? TrueOrFalse(object? value) => value switch
    {
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        IConvertible scalar => scalar.ToString(CultureInfo.InvariantCulture).Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => null,
        },
        _ => null,
    };
}
