namespace IvsTools.Service;

/// <summary>One page of the ad configurations in the Region, 1 to 100 per page.</summary>
public sealed record ListAdConfigurationsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Ad configurations, whole.</summary>
public sealed record ListAdConfigurationsResponse(IReadOnlyList<AdConfiguration> AdConfigurations, string? NextToken);
