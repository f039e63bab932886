namespace IvsTools.Service;

/// <summary>One page of the channels in the Region, 1 to 100 per page. The service accepts one filter at a time.</summary>
public sealed record ListChannelsRequest(
    string? FilterByName = null,
    string? FilterByRecordingConfigurationArn = null,
    string? FilterByPlaybackRestrictionPolicyArn = null,
    string? FilterByAdConfigurationArn = null,
    int? MaxResults = null,
    string? NextToken = null);

/// <summary>Channel summaries.</summary>
public sealed record ListChannelsResponse(IReadOnlyList<Channel> Channels, string? NextToken);
