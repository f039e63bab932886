namespace IvsTools.Service;

/// <summary>One page of a channel's stream keys; 1 to 50 a page.</summary>
public sealed record ListStreamKeysRequest(string ChannelArn, int? MaxResults = null, string? NextToken = null);

/// <summary>Stream keys without their secrets.</summary>
public sealed record ListStreamKeysResponse(IReadOnlyList<StreamKey> StreamKeys, string? NextToken);
