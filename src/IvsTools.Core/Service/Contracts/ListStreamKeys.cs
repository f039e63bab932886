namespace IvsTools.Service;

/// <summary>One page of the stream keys of a channel, 1 to 50 per page.</summary>
public sealed record ListStreamKeysRequest(string ChannelArn, int? MaxResults = null, string? NextToken = null);

/// <summary>Stream keys without their secrets.</summary>
public sealed record ListStreamKeysResponse(IReadOnlyList<StreamKey> StreamKeys, string? NextToken);
