namespace IvsTools.Service;

/// <summary>A list left null is empty: it allows everything.</summary>
public sealed record CreatePlaybackRestrictionPolicyRequest(
    IReadOnlyList<string>? AllowedCountries = null,
    IReadOnlyList<string>? AllowedOrigins = null,
    bool? EnableStrictOriginEnforcement = null,
    string? Name = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>What was created.</summary>
public sealed record CreatePlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
