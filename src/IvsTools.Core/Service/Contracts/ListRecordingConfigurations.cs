namespace IvsTools.Service;

/// <summary>One page of the Region's; 1 to 100 a page.</summary>
public sealed record ListRecordingConfigurationsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Summaries.</summary>
public sealed record ListRecordingConfigurationsResponse(IReadOnlyList<RecordingConfiguration> RecordingConfigurations, string? NextToken);
