namespace IvsTools.Service;

/// <summary>The resources that a batch operation can get.</summary>
internal static class ResourceBatches
{
    /// <summary>The maximum number of ARNs per call.</summary>
    public const int LargestBatch = 50;

    public static readonly ResourceBatch<Channel, GetChannelResponse, BatchGetChannelResponse> Channels = new(
        Operations.BatchGetChannel.Name,
        (context, arn, stop) => context.SendAsync(Operations.GetChannel, new(arn), stop),
        (context, arns, stop) => context.SendAsync(Operations.BatchGetChannel, new(arns), stop),
        response => response.Channel,
        response => (response.Channels, response.Errors));

    public static readonly ResourceBatch<StreamKey, GetStreamKeyResponse, BatchGetStreamKeyResponse> StreamKeys = new(
        Operations.BatchGetStreamKey.Name,
        (context, arn, stop) => context.SendAsync(Operations.GetStreamKey, new(arn), stop),
        (context, arns, stop) => context.SendAsync(Operations.BatchGetStreamKey, new(arns), stop),
        response => response.StreamKey,
        response => (response.StreamKeys, response.Errors));
}
