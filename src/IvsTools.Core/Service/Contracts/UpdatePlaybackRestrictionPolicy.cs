namespace IvsTools.Service;

/// <summary>A member left null stays as it is.</summary>
public sealed record UpdatePlaybackRestrictionPolicyRequest(
    string Arn,
    IReadOnlyList<string>? AllowedCountries = null,
    IReadOnlyList<string>? AllowedOrigins = null,
    bool? EnableStrictOriginEnforcement = null,
    string? Name = null);

/// <summary>The policy as it is now.</summary>
public sealed record UpdatePlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
