namespace IvsTools;

/// <summary>The countries and origins in which the channels that use this policy can be played.</summary>
public sealed class PlaybackRestrictionPolicy(
    string Arn,
    string? Name,
    IReadOnlyList<string> AllowedCountries,
    IReadOnlyList<string> AllowedOrigins,
    bool? EnableStrictOriginEnforcement,
    IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>Two-letter ISO 3166-1 codes. An empty list allows every country.</summary>
    public IReadOnlyList<string> AllowedCountries { get; } = SettingText.ListOf(AllowedCountries);

    /// <summary>Origins of up to 128 characters, such as <c>https://*.example.com</c>. An empty list allows every origin.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; } = SettingText.ListOf(AllowedOrigins);

    /// <summary>True to restrict requests for segments as well as for the playlist.</summary>
    public bool? EnableStrictOriginEnforcement { get; } = EnableStrictOriginEnforcement;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
