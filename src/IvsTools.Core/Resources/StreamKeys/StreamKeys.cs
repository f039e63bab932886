using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>The keys of a channel with their values, which the list does not contain.</summary>
public static class StreamKeys
{
    /// <summary>Lists the keys of a channel and gets each one, on demand.</summary>
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
