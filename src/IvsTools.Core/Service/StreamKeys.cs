namespace IvsTools.Service;

/// <summary>The keys of a channel with their values, which the service's list leaves out.</summary>
public static class StreamKeys
{
    /// <summary>Lists a channel's keys and gets each whole.</summary>
    public static async Task<IReadOnlyList<StreamKey>> OfChannelAsync(IvsSession session, string channelArn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var keys = new List<StreamKey>();
        string? next = null;
        do
        {
            var page = await session.SendAsync(Operations.ListStreamKeys, new(channelArn, NextToken: next), cancellationToken).ConfigureAwait(false);
            foreach (var summary in page.StreamKeys ?? [])
            {
                var answer = await session.SendAsync(Operations.GetStreamKey, new(summary.Arn!), cancellationToken).ConfigureAwait(false);
                if (answer.StreamKey is not null)
                    keys.Add(answer.StreamKey);
            }
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return keys;
    }
}
