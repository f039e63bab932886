using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The thumbnail settings of a recording.</summary>
[method: JsonConstructor]
public sealed class ThumbnailConfiguration(
    string? RecordingMode, long? TargetIntervalSeconds, string? Resolution, IReadOnlyList<string>? Storage)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public ThumbnailConfiguration()
        : this(null, null, null, null)
    {
    }

    /// <summary>The recording mode, which is INTERVAL or DISABLED.</summary>
    public string? RecordingMode { get; init; } = RecordingMode;

    /// <summary>The interval between two thumbnails, from 1 to 60 seconds.</summary>
    public long? TargetIntervalSeconds { get; init; } = TargetIntervalSeconds;

    /// <summary>
    /// The resolution, which is SD, HD, FULL_HD or LOWEST_RESOLUTION. If the value is null, the resolution of the
    /// source is used.
    /// </summary>
    public string? Resolution { get; init; } = Resolution;

    /// <summary>
    /// The storage modes, which are SEQUENTIAL, LATEST or both. SEQUENTIAL keeps every thumbnail, and LATEST keeps
    /// only one.
    /// </summary>
    public IReadOnlyList<string>? Storage { get; init => field = SettingText.ListOf(value); } = SettingText.ListOf(Storage);

    /// <summary>Returns the settings as <c>name=value; name=value</c>, for example for CSV files.</summary>
    public override string ToString() => SettingText.Of(
        ("recordingMode", RecordingMode),
        ("targetIntervalSeconds", TargetIntervalSeconds),
        ("resolution", Resolution),
        ("storage", Storage));
}
