using System.ComponentModel.DataAnnotations;

namespace IvsTools;

/// <summary>Whether and how thumbnails of a recording are kept.</summary>
public sealed record ThumbnailConfiguration(string? RecordingMode, long? TargetIntervalSeconds, string? Resolution, IReadOnlyList<string>? Storage)
{
    /// <summary>INTERVAL or DISABLED.</summary>
    [AllowedValues("DISABLED", "INTERVAL")]
    public string? RecordingMode { get; } = RecordingMode;

    /// <summary>1 to 60 s between two.</summary>
    [Range(1, 60)]
    public long? TargetIntervalSeconds { get; } = TargetIntervalSeconds;

    /// <summary>SD, HD, FULL_HD or LOWEST_RESOLUTION; the source's without it.</summary>
    [AllowedValues("SD", "HD", "FULL_HD", "LOWEST_RESOLUTION")]
    public string? Resolution { get; } = Resolution;

    /// <summary>SEQUENTIAL keeps each, LATEST overwrites one; both may be asked for.</summary>
    [AllowedValues("SEQUENTIAL", "LATEST")]
    public IReadOnlyList<string>? Storage { get; } = Storage;

    /// <summary>The mode, and the interval where there is one.</summary>
    public override string ToString() => RecordingMode == "INTERVAL" ? $"{RecordingMode} {TargetIntervalSeconds} s" : RecordingMode ?? string.Empty;
}
