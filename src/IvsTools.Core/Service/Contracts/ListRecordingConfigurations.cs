namespace IvsTools.Service;

/// <summary>One page of the recording configurations in the Region, 1 to 100 per page.</summary>
public sealed record ListRecordingConfigurationsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Summaries.</summary>
public sealed record ListRecordingConfigurationsResponse(IReadOnlyList<RecordingConfiguration> RecordingConfigurations, string? NextToken);
