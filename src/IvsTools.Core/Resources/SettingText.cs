using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IvsTools;

/// <summary>Converts settings to the text <c>name=value; name=value</c>, which CSV files contain and cmdlets accept.</summary>
internal static class SettingText
{
    /// <summary>Returns the text of the settings that have a value.</summary>
    public static string Of(params (string Name, object? Value)[] settings) => string.Join(
        "; ", settings.Where(setting => setting.Value is not null).Select(setting => $"{setting.Name}={Text(setting.Value!)}"));

    /// <summary>
    /// Returns a list whose ToString method returns the items. Null stays null, so that a missing list differs from an empty list.
    /// </summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static ValueList<T>? ListOf<T>(IReadOnlyList<T>? items) => items is null ? null : new ValueList<T>(items);

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IEnumerable<string> items => string.Join(',', items),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
