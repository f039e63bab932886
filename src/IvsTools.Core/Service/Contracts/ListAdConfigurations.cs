namespace IvsTools.Service;

/// <summary>One page of the Region's; 1 to 100 a page.</summary>
public sealed record ListAdConfigurationsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Ad configurations, whole.</summary>
public sealed record ListAdConfigurationsResponse(IReadOnlyList<AdConfiguration> AdConfigurations, string? NextToken);
