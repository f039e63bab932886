namespace IvsTools.Service;

/// <summary>A list that is null is empty, which allows everything.</summary>
public sealed record CreatePlaybackRestrictionPolicyRequest(
    IReadOnlyList<string>? AllowedCountries = null,
    IReadOnlyList<string>? AllowedOrigins = null,
    bool? EnableStrictOriginEnforcement = null,
    string? Name = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The new policy.</summary>
public sealed record CreatePlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
