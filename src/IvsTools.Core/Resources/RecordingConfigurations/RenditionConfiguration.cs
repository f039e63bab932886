using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>Specifies which renditions of a stream are recorded.</summary>
[method: JsonConstructor]
public sealed class RenditionConfiguration(string? RenditionSelection, IReadOnlyList<string>? Renditions)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public RenditionConfiguration()
        : this(null, null)
    {
    }

    /// <summary>The selection, which is ALL, NONE or CUSTOM. CUSTOM selects the renditions in <see cref="Renditions"/>.</summary>
    public string? RenditionSelection { get; init; } = RenditionSelection;

    /// <summary>
    /// The renditions to record, which are SD, HD, FULL_HD or LOWEST_RESOLUTION. The property applies only if the
    /// selection is CUSTOM.
    /// </summary>
    public IReadOnlyList<string>? Renditions { get; init => field = SettingText.ListOf(value); } = SettingText.ListOf(Renditions);

    /// <summary>Returns the settings as <c>name=value; name=value</c>, for example for CSV files.</summary>
    public override string ToString() => SettingText.Of(("renditionSelection", RenditionSelection), ("renditions", Renditions));
}
