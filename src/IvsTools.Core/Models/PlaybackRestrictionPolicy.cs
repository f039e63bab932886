namespace IvsTools;

/// <summary>The countries and origins in which the channels that refer to it may be played.</summary>
public sealed record PlaybackRestrictionPolicy(
    string Arn,
    string? Name,
    IReadOnlyList<string> AllowedCountries,
    IReadOnlyList<string> AllowedOrigins,
    bool? EnableStrictOriginEnforcement,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>ISO 3166-1 codes of two letters; an empty list allows every country.</summary>
    public IReadOnlyList<string> AllowedCountries { get; } = AllowedCountries;

    /// <summary>Origins of up to 128 characters, such as <c>https://*.example.com</c>; an empty list allows every origin.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; } = AllowedOrigins;

    /// <summary>True if segments are held to the origin too, not the playlist alone.</summary>
    public bool? EnableStrictOriginEnforcement { get; } = EnableStrictOriginEnforcement;
}
