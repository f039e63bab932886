using System.ComponentModel.DataAnnotations;

namespace IvsTools;

/// <summary>The thumbnail settings of a recording.</summary>
public sealed record ThumbnailConfiguration(string? RecordingMode, long? TargetIntervalSeconds, string? Resolution, IReadOnlyList<string>? Storage)
{
    /// <summary>INTERVAL or DISABLED.</summary>
    [AllowedValues("DISABLED", "INTERVAL")]
    public string? RecordingMode { get; } = RecordingMode;

    /// <summary>The time between two thumbnails in seconds: 1 to 60.</summary>
    [Range(1, 60)]
    public long? TargetIntervalSeconds { get; } = TargetIntervalSeconds;

    /// <summary>SD, HD, FULL_HD or LOWEST_RESOLUTION. Null for the resolution of the source.</summary>
    [AllowedValues("SD", "HD", "FULL_HD", "LOWEST_RESOLUTION")]
    public string? Resolution { get; } = Resolution;

    /// <summary>SEQUENTIAL keeps each thumbnail. LATEST overwrites one thumbnail. Both are possible.</summary>
    [AllowedValues("SEQUENTIAL", "LATEST")]
    public IReadOnlyList<string>? Storage { get; } = Storage;

    /// <summary>The mode and, if there is one, the interval.</summary>
    public override string ToString() => RecordingMode == "INTERVAL" ? $"{RecordingMode} {TargetIntervalSeconds} s" : RecordingMode ?? string.Empty;
}
