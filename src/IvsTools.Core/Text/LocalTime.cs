using System.Globalization;

namespace IvsTools.Text;

/// <summary>The text of a time in a view: the local time, in one format for all types and cultures.</summary>
public static class LocalTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The text in a table: without the offset, which is the same for all times. Null if there is no time.</summary>
    public static string? InTable(object? time) => Text(time, Format);

    /// <summary>The text in a list: with the offset from UTC. Null if there is no time.</summary>
    public static string? InList(object? time) => Text(time, Format + " zzz");

    private static string? Text(object? time, string format) => time switch
    {
        DateTimeOffset instant => instant.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        DateTime clock => clock.ToLocalTime().ToString(format, CultureInfo.InvariantCulture),
        _ => null,
    };
}
