namespace IvsTools.Service;

/// <summary>Replaces the stream key of a channel: deletes the old key, and then creates a key with the same tags.</summary>
/// <remarks>
/// If the key is deleted but no key is created, the channel has no stream key. Therefore, a reset that has started is completed
/// even if the caller cancels, and the creation is retried. After an error, the keys of the channel are listed, so that the error
/// can report the actual state.
/// </remarks>
internal sealed class StreamKeyReset
{
    private const int CreationAttempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GraceAfterCancellation = TimeSpan.FromSeconds(15);

    private readonly CallContext _context;
    private readonly string _channelArn;
    private readonly CancellationToken _finish;
    private IReadOnlyList<StreamKey> _old = [];

    private StreamKeyReset(CallContext context, string channelArn, CancellationToken finish) =>
        (_context, _channelArn, _finish) = (context, channelArn, finish);

    private enum Found
    {
        /// <summary>The keys of the channel could not be listed.</summary>
        Unknown,
        NoKey,
        OldKey,
        NewKey,
    }

    /// <summary>Replaces the stream key of one channel.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="tags">The tags of the new key. If the value is null, the new key gets the tags of the old key.</param>
    /// <param name="cancellationToken">
    /// Cancels the reset. If the old key has already been deleted, the reset continues for up to 15 seconds, so that the channel gets a
    /// new key.
    /// </param>
    /// <returns>The new key.</returns>
    /// <exception cref="IvsServiceException">
    /// The channel has no key now (ChannelHasNoStreamKey), its keys could not be listed (StreamKeyUnknown), or the value of the new
    /// key could not be read (StreamKeyNotRead). If the error has a different code, the old key still exists.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller canceled the reset before the deletion was sent.</exception>
    public static async Task<StreamKey> ResetAsync(
        CallContext context, string channelArn, IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        using var finish = new CancellationTokenSource(Timeout.InfiniteTimeSpan, context.Time);
        var reset = new StreamKeyReset(context, channelArn, finish.Token);
        reset._old = await reset.KeysAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        using var canceled = cancellationToken.Register(() => finish.CancelAfter(GraceAfterCancellation));

        IvsServiceException? unconfirmed = null;
        foreach (var key in reset._old)
            unconfirmed = await reset.DeleteAsync(key).ConfigureAwait(false) ?? unconfirmed;
        return await reset.CreateAsync(tags ?? (reset._old.Count > 0 ? reset._old[0].Tags : null), unconfirmed).ConfigureAwait(false);
    }

    // Returns null if the key was deleted, or the error if the result is unknown. Throws an exception if the key still exists.
    private async Task<IvsServiceException?> DeleteAsync(StreamKey key)
    {
        try
        {
            await SendAsync(Operations.DeleteStreamKey, new(key.Arn)).ConfigureAwait(false);
            return null;
        }
        // The call can fail although the key was deleted, for example because the response was lost or a retry returned "not found".
        catch (IvsServiceException e)
        {
            return (await FindKeyAsync().ConfigureAwait(false)).Found switch
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
                var created = await SendAsync(Operations.CreateStreamKey, new(_channelArn, tags)).ConfigureAwait(false);
                return WithValue(Operations.CreateStreamKey.Name, created.StreamKey);
            }
            catch (IvsServiceException e)
            {
                failure = e;
            }
            var (found, arn) = await FindKeyAsync().ConfigureAwait(false);
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
            var found = await SendAsync(Operations.GetStreamKey, new(arn)).ConfigureAwait(false);
            return WithValue(Operations.GetStreamKey.Name, found.StreamKey);
        }
        catch (IvsServiceException e)
        {
            throw Failure(IvsErrorCode.StreamKeyNotRead, $"{_channelArn} has a new stream key, {arn}, but its value could not be read", e);
        }
    }

    // The API model does not require the value, but a key without its value cannot be used.
    private static StreamKey WithValue(string operation, StreamKey key) => !string.IsNullOrEmpty(key.Value)
        ? key
        : throw new IvsServiceException(
            IvsErrorCode.InvalidResponse,
            $"The response to {operation} does not contain the value of the key.")
        {
            Operation = operation,
        };

    private async Task<(Found Found, string? Arn)> FindKeyAsync()
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
        (await _context.SendAsync(Operations.ListStreamKeys, new(_channelArn), cancellationToken).ConfigureAwait(false)).StreamKeys;

    // _finish is canceled 15 seconds after the caller cancels. This is reported as a timeout, not as a cancellation, because the
    // reset has already started.
    private async Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            return await _context.SendAsync(operation, request, _finish).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw new IvsServiceException(
                IvsErrorCode.OperationTimeout,
                $"{operation.Name} did not receive a response in time.",
                e)
            {
                Operation = operation.Name,
            };
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _context.Time, _finish).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next call reports the timeout.
        }
    }

    private IvsServiceException OldKey(IvsServiceException reason) =>
        Failure(reason.ErrorCode, $"{_channelArn} still has its old stream key", reason);

    private IvsServiceException NoKey(IvsServiceException reason) =>
        Failure(
            IvsErrorCode.ChannelHasNoStreamKey,
            $"The old stream key of {_channelArn} was deleted, but no new key could be created. The channel has no stream key now",
            reason);

    private IvsServiceException Unknown(IvsServiceException reason) =>
        Failure(
            IvsErrorCode.StreamKeyUnknown,
            $"The deletion of the old stream key of {_channelArn} was sent, but no new key could be created. "
                + "The current key of the channel could not be read",
            reason);

    private static IvsServiceException Failure(string code, string what, IvsServiceException reason) =>
        new(code, $"{what}: {reason.Message}", reason)
        {
            Operation = reason.Operation,
            RequestId = reason.RequestId,
            StatusCode = reason.StatusCode,
        };
}
