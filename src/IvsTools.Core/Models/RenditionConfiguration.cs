using System.ComponentModel.DataAnnotations;

namespace IvsTools;

/// <summary>Which renditions of a stream are recorded.</summary>
public sealed record RenditionConfiguration(string? RenditionSelection, IReadOnlyList<string>? Renditions)
{
    /// <summary>ALL, NONE, or CUSTOM, which takes those in <see cref="Renditions"/>.</summary>
    [AllowedValues("ALL", "NONE", "CUSTOM")]
    public string? RenditionSelection { get; } = RenditionSelection;

    /// <summary>SD, HD, FULL_HD, LOWEST_RESOLUTION; counts with CUSTOM only.</summary>
    [AllowedValues("SD", "HD", "FULL_HD", "LOWEST_RESOLUTION")]
    public IReadOnlyList<string>? Renditions { get; } = Renditions;

    /// <summary>The selection, and what it selects.</summary>
    public override string ToString() => RenditionSelection == "CUSTOM" ? $"{RenditionSelection} {string.Join(", ", Renditions ?? [])}" : RenditionSelection ?? string.Empty;
}
