using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>The keys of a channel with their values, which the list does not contain.</summary>
public static class StreamKeys
{
    /// <summary>Lists the keys of a channel and gets each one, on demand.</summary>
    public static async IAsyncEnumerable<StreamKey> OfChannelAsync(CallContext context, string channelArn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = Paging.PagesAsync(context, Operations.ListStreamKeys, next => new(channelArn, NextToken: next), page => page.NextToken, cancellationToken: cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var summary in page.StreamKeys)
                yield return (await context.SendAsync(Operations.GetStreamKey, new(summary.Arn), cancellationToken).ConfigureAwait(false)).StreamKey;
        }
    }
}
