using System.Globalization;

namespace IvsTools.Text;

/// <summary>Formats times for views: in local time, and in the same format for every culture.</summary>
public static class LocalTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// Returns a time without its UTC offset, which is usually the same for every row of a table. Returns null if the value is not
    /// a time.
    /// </summary>
    public static string? InTable(object? time) => Text(time, Format);

    /// <summary>Returns a time with its UTC offset, or null if the value is not a time.</summary>
    public static string? InList(object? time) => Text(time, Format + " zzz");

    private static string? Text(object? time, string format) => time switch
    {
        DateTimeOffset instant => instant.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        DateTime clock => clock.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        _ => null,
    };
}
