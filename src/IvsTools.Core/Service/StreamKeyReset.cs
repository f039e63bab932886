namespace IvsTools.Service;

/// <summary>Gives a channel a new stream key: deletes the old one, then creates the new one with the same tags.</summary>
/// <remarks>
/// The service has no single call for this, and a failure between the two leaves the channel without a key.
/// So the creation is tried again, and a deletion or creation whose answer was lost is recognised by what it left.
/// </remarks>
public static class StreamKeyReset
{
    private const int CreationAttempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(250);

    /// <summary>Resets the key of one channel.</summary>
    /// <param name="session">Where the calls are made.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="tags">The new key's tags; null keeps those of the old key.</param>
    /// <param name="cancellationToken">Ends the work; if the old key is gone by then, the channel has none.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="IvsServiceException">ChannelHasNoStreamKey if the old key is gone and no new one came; else what the service said.</exception>
    public static async Task<StreamKey?> ResetAsync(
        IvsSession session, string channelArn, IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var old = await KeysAsync(session, channelArn, cancellationToken).ConfigureAwait(false);
        foreach (var key in old)
            await DeleteAsync(session, key, cancellationToken).ConfigureAwait(false);

        tags ??= old.Count > 0 ? old[0].Tags : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var created = await session.SendAsync(Operations.CreateStreamKey, new(channelArn, tags), cancellationToken).ConfigureAwait(false);
                return created.StreamKey;
            }
            catch (IvsServiceException e)
            {
                if (e.ErrorCode == "ServiceQuotaExceededException"
                    && await CreatedAlreadyAsync(session, channelArn, old, cancellationToken).ConfigureAwait(false) is { } key)
                {
                    return key;
                }
                if (attempt == CreationAttempts)
                    throw NoKey(channelArn, e);
            }
            await Task.Delay(BetweenAttempts * attempt, session.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task DeleteAsync(IvsSession session, StreamKey key, CancellationToken cancellationToken)
    {
        try
        {
            await session.SendAsync(Operations.DeleteStreamKey, new(key.Arn!), cancellationToken).ConfigureAwait(false);
        }
        // The answer may be lost, or a retry's be "not found", and the key be gone all the same.
        catch (IvsServiceException)
        {
            if (await IsThereAsync(session, key, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    // True where nobody can say: the first failure tells more.
    private static async Task<bool> IsThereAsync(IvsSession session, StreamKey key, CancellationToken cancellationToken)
    {
        try
        {
            return (await KeysAsync(session, key.ChannelArn!, cancellationToken).ConfigureAwait(false)).Any(found => found.Arn == key.Arn);
        }
        catch (IvsServiceException)
        {
            return true;
        }
    }

    private static async Task<StreamKey?> CreatedAlreadyAsync(
        IvsSession session, string channelArn, IReadOnlyList<StreamKey> old, CancellationToken cancellationToken)
    {
        var there = await KeysAsync(session, channelArn, cancellationToken).ConfigureAwait(false);
        var arn = there.FirstOrDefault(key => old.All(o => o.Arn != key.Arn))?.Arn;
        return arn is null ? null : (await session.SendAsync(Operations.GetStreamKey, new(arn), cancellationToken).ConfigureAwait(false)).StreamKey;
    }

    private static async Task<IReadOnlyList<StreamKey>> KeysAsync(IvsSession session, string channelArn, CancellationToken cancellationToken) =>
        (await session.SendAsync(Operations.ListStreamKeys, new(channelArn), cancellationToken).ConfigureAwait(false)).StreamKeys ?? [];

    private static IvsServiceException NoKey(string channelArn, IvsServiceException reason) => new(
        IvsErrorCode.ChannelHasNoStreamKey,
        $"The old stream key of {channelArn} is deleted and no new one could be created, so the channel has no stream key now: {reason.Message}",
        reason)
    {
        Operation = reason.Operation,
        RequestId = reason.RequestId,
        StatusCode = reason.StatusCode,
    };
}
