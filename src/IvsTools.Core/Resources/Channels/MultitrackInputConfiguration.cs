namespace IvsTools;

/// <summary>Whether and how an encoder can send several renditions at once.</summary>
public sealed class MultitrackInputConfiguration(bool? Enabled, string? Policy, string? MaximumResolution)
{
    /// <summary>True if multitrack input is accepted.</summary>
    public bool? Enabled { get; } = Enabled;

    /// <summary>ALLOW or REQUIRE.</summary>
    public string? Policy { get; } = Policy;

    /// <summary>SD, HD or FULL_HD.</summary>
    public string? MaximumResolution { get; } = MaximumResolution;

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("enabled", Enabled), ("policy", Policy), ("maximumResolution", MaximumResolution));
}
