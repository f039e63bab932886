using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>Specifies whether and how an encoder can send several renditions at the same time.</summary>
[method: JsonConstructor]
public sealed class MultitrackInputConfiguration(bool? Enabled, string? Policy, string? MaximumResolution)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public MultitrackInputConfiguration()
        : this(null, null, null)
    {
    }

    /// <summary>Indicates whether the channel accepts multitrack input.</summary>
    public bool? Enabled { get; init; } = Enabled;

    /// <summary>The policy, which is ALLOW or REQUIRE.</summary>
    public string? Policy { get; init; } = Policy;

    /// <summary>The maximum resolution, which is SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; init; } = MaximumResolution;

    /// <summary>Returns the settings as <c>name=value; name=value</c>, for example for CSV files.</summary>
    public override string ToString() => SettingText.Of(("enabled", Enabled), ("policy", Policy), ("maximumResolution", MaximumResolution));
}
