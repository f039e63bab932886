namespace IvsTools;

/// <summary>The renditions of a stream that are recorded.</summary>
public sealed class RenditionConfiguration(string? RenditionSelection, IReadOnlyList<string>? Renditions)
{
    /// <summary>ALL, NONE, or CUSTOM for the renditions in <see cref="Renditions"/>.</summary>
    public string? RenditionSelection { get; } = RenditionSelection;

    /// <summary>SD, HD, FULL_HD or LOWEST_RESOLUTION. Applies only with CUSTOM.</summary>
    public IReadOnlyList<string>? Renditions { get; } = SettingText.ListOf(Renditions);

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("renditionSelection", RenditionSelection), ("renditions", Renditions));
}
