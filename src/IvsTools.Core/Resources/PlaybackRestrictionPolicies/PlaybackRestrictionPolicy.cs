namespace IvsTools;

/// <summary>The countries and origins from which viewers can play channels.</summary>
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

    /// <summary>The allowed countries as two-letter ISO 3166-1 codes. An empty list allows every country.</summary>
    public IReadOnlyList<string> AllowedCountries { get; } = SettingText.ListOf(AllowedCountries);

    /// <summary>
    /// The allowed origins, such as <c>https://*.example.com</c>. Each has up to 128 characters. An empty list allows
    /// every origin.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; } = SettingText.ListOf(AllowedOrigins);

    /// <summary>Indicates whether the policy applies to segment requests as well as to playlist requests.</summary>
    public bool? EnableStrictOriginEnforcement { get; } = EnableStrictOriginEnforcement;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
