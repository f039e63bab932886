using System.Globalization;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts a time or a time span. Numbers without a unit are rejected, because their meaning would depend on their type:
/// PowerShell converts the number 300 to a time span of 300 ticks, but the text "300" to a time span of 300 days.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed partial class TimeTransformationAttribute(Type type, string example) : CellTransformationAttribute
{
    public Type Type { get; } = type;

    public string Example { get; } = example;

    protected override string? Reject(object? value)
    {
        if (value is null or "")
            return null;
        var isNumber = value is string text
            ? double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
            : value is IConvertible and not DateTime;
        if (isNumber)
            return $"{SafeText.Quote($"{value}")} does not have a unit. Use a value such as {Example}.";
        if (Time(value) is not { } time)
            return $"{SafeText.Quote($"{value}")} is not a time. Use a value such as {Example}.";
        return value is string date && OtherReading(date, time) is { } other
            ? $"{SafeText.Quote(date)} can be {Day(time)} or, in the current culture, {Day(other)}. Use a value such as {Example}."
            : null;
    }

    protected override object? Read(object? value) =>
        value is null or "" ? null : Time(value);

    // In ConstrainedLanguage mode, LanguagePrimitives does not convert to DateTimeOffset.
    private object? Time(object value) => value switch
    {
        string text when Type == typeof(TimeSpan) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
        string text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null,
        DateTime time when Type == typeof(DateTimeOffset) => Time(time.ToString("O", CultureInfo.InvariantCulture)),
        _ => Type.IsInstanceOfType(value) ? value : null,
    };

    // Export-Csv formats a time according to the current culture, but PowerShell reads 05/04/2030 as May 4 in every culture, and
    // reads the years of other calendars as Gregorian years.
    private static DateTimeOffset? OtherReading(string date, object? time) =>
        NumericDate().IsMatch(date)
        && DateTimeOffset.TryParse(date, CultureInfo.CurrentCulture, out var other)
        && time is DateTimeOffset first
        && other.Date != first.Date
            ? other
            : null;

    private static string Day(object? time) => string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd}");

    // Matches dates whose meaning depends on the culture. A date that starts with a year and a hyphen has one meaning.
    [GeneratedRegex(@"\A\s*(?!\d{4}-)\d{1,4}[./ -]\s?\d{1,2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();
}
