using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The renditions of a stream that are recorded.</summary>
[method: JsonConstructor]
public sealed class RenditionConfiguration(string? RenditionSelection, IReadOnlyList<string>? Renditions)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public RenditionConfiguration()
        : this(null, null)
    {
    }

    /// <summary>ALL, NONE, or CUSTOM for the renditions in <see cref="Renditions"/>.</summary>
    public string? RenditionSelection { get; init; } = RenditionSelection;

    /// <summary>SD, HD, FULL_HD or LOWEST_RESOLUTION. Applies only with CUSTOM.</summary>
    public IReadOnlyList<string>? Renditions { get; init => field = SettingText.ListOf(value); } = SettingText.ListOf(Renditions);

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("renditionSelection", RenditionSelection), ("renditions", Renditions));
}
