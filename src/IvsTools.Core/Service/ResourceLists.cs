namespace IvsTools.Service;

/// <summary>The lists of the resources in a Region. Only the list of channels can be filtered by name.</summary>
internal static class ResourceLists
{
    /// <summary>The maximum number of resources per page.</summary>
    public const int LargestPage = 100;

    private const int LargestPageOfStreamKeys = 50;

    public static readonly ResourceList<ListAdConfigurationsRequest, ListAdConfigurationsResponse> AdConfigurations =
        new(Operations.ListAdConfigurations, (_, size, next) => new(size, next), page => (page.AdConfigurations, page.NextToken));

    public static readonly ResourceList<ListChannelsRequest, ListChannelsResponse> Channels = new(
        Operations.ListChannels,
        (name, size, next) => new(FilterByName: name, MaxResults: size, NextToken: next),
        page => (page.Channels, page.NextToken));

    public static readonly ResourceList<ListPlaybackKeyPairsRequest, ListPlaybackKeyPairsResponse> PlaybackKeyPairs =
        new(Operations.ListPlaybackKeyPairs, (_, size, next) => new(size, next), page => (page.KeyPairs, page.NextToken));

    public static readonly ResourceList<ListPlaybackRestrictionPoliciesRequest, ListPlaybackRestrictionPoliciesResponse>
        PlaybackRestrictionPolicies = new(
            Operations.ListPlaybackRestrictionPolicies,
            (_, size, next) => new(size, next),
            page => (page.PlaybackRestrictionPolicies, page.NextToken));

    public static readonly ResourceList<ListRecordingConfigurationsRequest, ListRecordingConfigurationsResponse>
        RecordingConfigurations = new(
            Operations.ListRecordingConfigurations,
            (_, size, next) => new(size, next),
            page => (page.RecordingConfigurations, page.NextToken));

    public static ResourceList<ListStreamKeysRequest, ListStreamKeysResponse> StreamKeys(string channelArn) => new(
        Operations.ListStreamKeys,
        (_, size, next) => new(channelArn, Math.Min(size, LargestPageOfStreamKeys), next),
        page => (page.StreamKeys, page.NextToken));
}
