using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>Whether and how an encoder can send several renditions at once.</summary>
[method: JsonConstructor]
public sealed class MultitrackInputConfiguration(bool? Enabled, string? Policy, string? MaximumResolution)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public MultitrackInputConfiguration()
        : this(null, null, null)
    {
    }

    /// <summary>True if multitrack input is accepted.</summary>
    public bool? Enabled { get; init; } = Enabled;

    /// <summary>ALLOW or REQUIRE.</summary>
    public string? Policy { get; init; } = Policy;

    /// <summary>SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; init; } = MaximumResolution;

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("enabled", Enabled), ("policy", Policy), ("maximumResolution", MaximumResolution));
}
