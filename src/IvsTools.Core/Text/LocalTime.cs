using System.Globalization;

namespace IvsTools.Text;

/// <summary>Formats a local time for views. The format is the same for all types and cultures.</summary>
public static class LocalTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// Returns the text for a table, or null if there is no time. The text omits the offset, which is usually
    /// the same for all times.
    /// </summary>
    public static string? InTable(object? time) => Text(time, Format);

    /// <summary>Returns the text for a list, or null if there is no time. The text includes the offset from UTC.</summary>
    public static string? InList(object? time) => Text(time, Format + " zzz");

    private static string? Text(object? time, string format) => time switch
    {
        DateTimeOffset instant => instant.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        DateTime clock => clock.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        _ => null,
    };
}
