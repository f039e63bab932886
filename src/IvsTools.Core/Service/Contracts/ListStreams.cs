namespace IvsTools.Service;

/// <summary>One page of the live streams in the Region, 1 to 100 per page.</summary>
public sealed record ListStreamsRequest(StreamFilters? FilterBy = null, int? MaxResults = null, string? NextToken = null);

/// <summary>Health is HEALTHY, STARVING or UNKNOWN.</summary>
public sealed record StreamFilters(string? Health);

/// <summary>Summaries.</summary>
public sealed record ListStreamsResponse(IReadOnlyList<LiveStream> Streams, string? NextToken);
