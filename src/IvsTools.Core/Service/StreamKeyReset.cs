namespace IvsTools.Service;

/// <summary>Gives a channel a new stream key: deletes the old one, then creates the new one with the same tags.</summary>
/// <remarks>
/// The service has no single call for this, and a failure between the two leaves the channel without a key.
/// So what was begun is finished whatever the caller cancels, the creation is tried again, and before an error says
/// what the channel has, it has been looked at.
/// </remarks>
public sealed class StreamKeyReset
{
    private const int CreationAttempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GraceAfterCancellation = TimeSpan.FromSeconds(15);

    private readonly IvsSession _session;
    private readonly string _channelArn;
    private readonly CancellationToken _finish;
    private IReadOnlyList<StreamKey> _old = [];

    private StreamKeyReset(IvsSession session, string channelArn, CancellationToken finish) =>
        (_session, _channelArn, _finish) = (session, channelArn, finish);

    private enum Found
    {
        /// <summary>It could not be looked at.</summary>
        Unknown,
        NoKey,
        OldKey,
        NewKey,
    }

    /// <summary>Resets the key of one channel.</summary>
    /// <param name="session">Where the calls are made.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="tags">The new key's tags; null keeps those of the old key.</param>
    /// <param name="cancellationToken">Ends the work before the deletion is sent. After that the work has 15 seconds to finish.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="IvsServiceException">
    /// ChannelHasNoStreamKey if the channel has none now, StreamKeyUnknown if that could not be found out,
    /// StreamKeyNotRead if there is a new key whose value could not be read. With every other error the old key is still there.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was changed.</exception>
    public static async Task<StreamKey> ResetAsync(
        IvsSession session, string channelArn, IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var finish = new CancellationTokenSource(Timeout.InfiniteTimeSpan, session.Time);
        var reset = new StreamKeyReset(session, channelArn, finish.Token);
        reset._old = await reset.KeysAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelled = cancellationToken.Register(() => finish.CancelAfter(GraceAfterCancellation));

        IvsServiceException? unconfirmed = null;
        foreach (var key in reset._old)
            unconfirmed = await reset.DeleteAsync(key).ConfigureAwait(false) ?? unconfirmed;
        return await reset.CreateAsync(tags ?? (reset._old.Count > 0 ? reset._old[0].Tags : null), unconfirmed).ConfigureAwait(false);
    }

    // Null if the key is gone; the failure if nobody can say; thrown if the key is still there.
    private async Task<IvsServiceException?> DeleteAsync(StreamKey key)
    {
        try
        {
            await SendAsync(Operations.DeleteStreamKey, new(key.Arn)).ConfigureAwait(false);
            return null;
        }
        // The answer may be lost, or a retry's be "not found", and the key be gone all the same.
        catch (IvsServiceException e)
        {
            return (await LookAsync().ConfigureAwait(false)).Found switch
            {
                Found.NoKey => null,
                Found.OldKey => throw OldKey(e),
                _ => e,
            };
        }
    }

    private async Task<StreamKey> CreateAsync(IReadOnlyDictionary<string, string>? tags, IvsServiceException? unconfirmed)
    {
        for (var attempt = 1; ; attempt++)
        {
            IvsServiceException failure;
            try
            {
                return WithValue(Operations.CreateStreamKey.Name, (await SendAsync(Operations.CreateStreamKey, new(_channelArn, tags)).ConfigureAwait(false)).StreamKey);
            }
            catch (IvsServiceException e)
            {
                failure = e;
            }
            var (found, arn) = await LookAsync().ConfigureAwait(false);
            if (found is Found.NewKey)
                return await ReadAsync(arn!).ConfigureAwait(false);
            if (found is Found.OldKey)
                throw OldKey(unconfirmed ?? failure);
            if (attempt == CreationAttempts || _finish.IsCancellationRequested)
                throw found is Found.NoKey ? NoKey(failure) : Unknown(failure);
            await PauseAsync(BetweenAttempts * attempt).ConfigureAwait(false);
        }
    }

    private async Task<StreamKey> ReadAsync(string arn)
    {
        try
        {
            return WithValue(Operations.GetStreamKey.Name, (await SendAsync(Operations.GetStreamKey, new(arn)).ConfigureAwait(false)).StreamKey);
        }
        catch (IvsServiceException e)
        {
            throw Failure(IvsErrorCode.StreamKeyNotRead, $"{_channelArn} has a new stream key, {arn}, but its value could not be read", e);
        }
    }

    // The API data does not require it, and without it the new key is of no use.
    private static StreamKey WithValue(string operation, StreamKey key) => !string.IsNullOrEmpty(key.Value)
        ? key
        : throw new IvsServiceException(IvsErrorCode.InvalidResponse, $"The response to {operation} does not contain the value of the key.") { Operation = operation };

    private async Task<(Found Found, string? Arn)> LookAsync()
    {
        try
        {
            var keys = await KeysAsync(_finish).ConfigureAwait(false);
            var fresh = keys.FirstOrDefault(key => _old.All(old => old.Arn != key.Arn));
            return fresh is not null ? (Found.NewKey, fresh.Arn) : (keys.Count > 0 ? Found.OldKey : Found.NoKey, null);
        }
        catch (Exception e) when (e is IvsServiceException or OperationCanceledException)
        {
            return (Found.Unknown, null);
        }
    }

    private async Task<IReadOnlyList<StreamKey>> KeysAsync(CancellationToken cancellationToken) =>
        (await _session.SendAsync(Operations.ListStreamKeys, new(_channelArn), cancellationToken).ConfigureAwait(false)).StreamKeys;

    // At the end of the time to finish, a call fails as it would at its own time limit.
    private async Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            return await _session.SendAsync(operation, request, _finish).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw new IvsServiceException(IvsErrorCode.OperationTimeout, $"{operation.Name} did not receive a response before the time to finish had elapsed.", e) { Operation = operation.Name };
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _session.Time, _finish).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next call says so.
        }
    }

    private IvsServiceException OldKey(IvsServiceException reason) =>
        Failure(reason.ErrorCode, $"{_channelArn} still has its old stream key", reason);

    private IvsServiceException NoKey(IvsServiceException reason) =>
        Failure(IvsErrorCode.ChannelHasNoStreamKey, $"The old stream key of {_channelArn} was deleted, but no new key could be created. The channel has no stream key now", reason);

    private IvsServiceException Unknown(IvsServiceException reason) =>
        Failure(IvsErrorCode.StreamKeyUnknown, $"The deletion of the old stream key of {_channelArn} was sent, but no new key could be created. The current key of the channel could not be read", reason);

    private static IvsServiceException Failure(string code, string what, IvsServiceException reason) => new(code, $"{what}: {reason.Message}", reason)
    {
        Operation = reason.Operation,
        RequestId = reason.RequestId,
        StatusCode = reason.StatusCode,
    };
}
