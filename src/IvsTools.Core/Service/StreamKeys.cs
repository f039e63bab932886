using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>The keys of a channel with their values, which the service's list leaves out.</summary>
public static class StreamKeys
{
    /// <summary>Lists a channel's keys and gets each whole, one after the other as they are taken.</summary>
    public static async IAsyncEnumerable<StreamKey> OfChannelAsync(IvsSession session, string channelArn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = Paging.PagesAsync(session, Operations.ListStreamKeys, next => new(channelArn, NextToken: next), page => page.NextToken, cancellationToken: cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var summary in page.StreamKeys)
                yield return (await session.SendAsync(Operations.GetStreamKey, new(summary.Arn), cancellationToken).ConfigureAwait(false)).StreamKey;
        }
    }
}
