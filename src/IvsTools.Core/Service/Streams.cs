namespace IvsTools.Service;

/// <summary>Ends streams, and tells when they have ended.</summary>
public static class Streams
{
    private const string NotBroadcasting = "ChannelNotBroadcasting";

    /// <summary>Stops the stream of a channel and waits until it is off air.</summary>
    /// <param name="session">Where the calls are made.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting; the stream is stopped all the same.</param>
    /// <remarks>An encoder that comes back starts another stream: the one that was stopped has ended then.</remarks>
    /// <exception cref="IvsServiceException">ChannelNotBroadcasting if there is no stream, WaitTimeout, or what the service said.</exception>
    public static async Task<EmptyResponse> StopAsync(IvsSession session, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var stream = (await session.SendAsync(Operations.GetStream, new(channelArn), cancellationToken).ConfigureAwait(false)).Stream;
        var stopped = await session.SendAsync(Operations.StopStream, new(channelArn), cancellationToken).ConfigureAwait(false);
        await Waiting.UntilAsync(
            session,
            $"{channelArn} is not live",
            Operations.GetStream,
            new(channelArn),
            (answer, refusal) => refusal?.ErrorCode == NotBroadcasting || (answer is not null && answer.Stream?.StreamId != stream?.StreamId),
            limit,
            cancellationToken).ConfigureAwait(false);
        return stopped;
    }

    /// <summary>Deletes a channel; one that is live is taken off air first.</summary>
    /// <exception cref="IvsServiceException">WaitTimeout, or what the service said.</exception>
    public static async Task<EmptyResponse> StopAndDeleteChannelAsync(IvsSession session, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            await StopAsync(session, channelArn, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (IvsServiceException e) when (e.ErrorCode == NotBroadcasting)
        {
            // Silent already, which is what was wanted.
        }
        return await session.SendAsync(Operations.DeleteChannel, new(channelArn), cancellationToken).ConfigureAwait(false);
    }
}
