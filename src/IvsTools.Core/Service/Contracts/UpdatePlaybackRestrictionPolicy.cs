namespace IvsTools.Service;

/// <summary>A member that is null does not change.</summary>
public sealed record UpdatePlaybackRestrictionPolicyRequest(
    string Arn,
    IReadOnlyList<string>? AllowedCountries = null,
    IReadOnlyList<string>? AllowedOrigins = null,
    bool? EnableStrictOriginEnforcement = null,
    string? Name = null);

/// <summary>The policy after the change.</summary>
public sealed record UpdatePlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
