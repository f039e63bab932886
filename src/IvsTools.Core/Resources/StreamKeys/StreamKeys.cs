namespace IvsTools.Service;

/// <summary>The keys of a channel with their values, which the list does not contain.</summary>
public static class StreamKeys
{
    /// <summary>Lists the keys of a channel and gets each one, on demand.</summary>
    public static IAsyncEnumerable<StreamKey> OfChannelAsync(CallContext context, string channelArn) => Paging.EachAsync(
        Paging.PagesAsync(context, Operations.ListStreamKeys, next => new(channelArn, NextToken: next), page => page.NextToken),
        page => page.StreamKeys,
        async (key, stop) => (await context.SendAsync(Operations.GetStreamKey, new(key.Arn), stop).ConfigureAwait(false)).StreamKey);
}
