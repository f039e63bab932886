using System.Globalization;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts an integer. PowerShell would round 1.5, convert empty text to 0, and silently skip invalid values that bind by
/// property name.
/// </summary>
/// <param name="type">
/// The type of the parameter. The result must have this type, because PowerShell binds values of other types later, when it may
/// already have selected another parameter set.
/// </param>
/// <param name="minimum">The smallest valid number.</param>
/// <param name="maximum">The largest valid number.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class WholeNumberTransformationAttribute(Type type, long minimum, long maximum) : CellTransformationAttribute
{
    public Type Type { get; } = type;
    public long Minimum { get; } = minimum;
    public long Maximum { get; } = maximum;

    protected override string? Reject(object? value) =>
        value is null or "" || Number(value) is not null
            ? null
            : $"{SafeText.Quote($"{value}")} is not an integer from {Minimum} to {Maximum}.";

    protected override object? Read(object? value) =>
        value is null or "" || Number(value) is not { } number ? null : Convert.ChangeType(number, Type, CultureInfo.InvariantCulture);

    private long? Number(object value) => Integer(value, Minimum, Maximum);

    /// <summary>Returns null if the value is not an integer in the range.</summary>
    internal static long? Integer(object value, long minimum, long maximum)
    {
        var number = value switch
        {
            string text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var read) ? read : (decimal?)null,
            byte or sbyte or short or ushort or int or uint or long or ulong or decimal =>
                Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            double real and >= long.MinValue and <= long.MaxValue => (decimal)real,
            _ => null,
        };
        return number >= minimum && number <= maximum && decimal.Truncate(number.Value) == number ? (long)number.Value : null;
    }
}
