namespace IvsTools.Service;

/// <summary>One page of the Region's; 1 to 100 a page.</summary>
public sealed record ListPlaybackRestrictionPoliciesRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Policies, whole.</summary>
public sealed record ListPlaybackRestrictionPoliciesResponse(IReadOnlyList<PlaybackRestrictionPolicy> PlaybackRestrictionPolicies, string? NextToken);
