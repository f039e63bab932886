namespace IvsTools.Service;

/// <summary>One page of the policies in the Region, 1 to 100 per page.</summary>
public sealed record ListPlaybackRestrictionPoliciesRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Policies, whole.</summary>
public sealed record ListPlaybackRestrictionPoliciesResponse(IReadOnlyList<PlaybackRestrictionPolicy> PlaybackRestrictionPolicies, string? NextToken);
