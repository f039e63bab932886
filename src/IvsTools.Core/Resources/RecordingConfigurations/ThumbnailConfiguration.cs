using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The thumbnail settings of a recording.</summary>
[method: JsonConstructor]
public sealed class ThumbnailConfiguration(
    string? RecordingMode, long? TargetIntervalSeconds, string? Resolution, IReadOnlyList<string>? Storage)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public ThumbnailConfiguration()
        : this(null, null, null, null)
    {
    }

    /// <summary>INTERVAL or DISABLED.</summary>
    public string? RecordingMode { get; init; } = RecordingMode;

    /// <summary>The interval between two thumbnails: 1 to 60 seconds.</summary>
    public long? TargetIntervalSeconds { get; init; } = TargetIntervalSeconds;

    /// <summary>SD, HD, FULL_HD or LOWEST_RESOLUTION. Null for the resolution of the source.</summary>
    public string? Resolution { get; init; } = Resolution;

    /// <summary>SEQUENTIAL keeps every thumbnail, and LATEST overwrites one. A list can contain both values.</summary>
    public IReadOnlyList<string>? Storage { get; init => field = SettingText.ListOf(value); } = SettingText.ListOf(Storage);

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(
        ("recordingMode", RecordingMode),
        ("targetIntervalSeconds", TargetIntervalSeconds),
        ("resolution", Resolution),
        ("storage", Storage));
}
