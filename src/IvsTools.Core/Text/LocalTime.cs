using System.Globalization;

namespace IvsTools.Text;

/// <summary>Formats a local time for views. The format is the same for all types and cultures.</summary>
public static class LocalTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// Returns the text that a table view shows for a time. Returns null for other values. The text omits the offset,
    /// which is usually the same for all times.
    /// </summary>
    public static string? InTable(object? time) => Text(time, Format);

    /// <summary>
    /// Returns the text that a list view shows for a time. Returns null for other values. The text includes the UTC offset.
    /// </summary>
    public static string? InList(object? time) => Text(time, Format + " zzz");

    private static string? Text(object? time, string format) => time switch
    {
        DateTimeOffset instant => instant.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        DateTime clock => clock.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        _ => null,
    };
}
