namespace IvsTools.Service;

/// <summary>Gets the keys of a channel with their values, which the list operation does not return.</summary>
internal static class StreamKeys
{
    /// <summary>Lists the keys of a channel and gets each key when it is needed.</summary>
    public static IAsyncEnumerable<StreamKey> OfChannelAsync(CallContext context, string channelArn) => Paging.EachAsync(
        Paging.PagesAsync(context, Operations.ListStreamKeys, next => new(channelArn, NextToken: next), page => page.NextToken),
        page => page.StreamKeys,
        async (key, stop) => (await context.SendAsync(Operations.GetStreamKey, new(key.Arn), stop).ConfigureAwait(false)).StreamKey);
}
