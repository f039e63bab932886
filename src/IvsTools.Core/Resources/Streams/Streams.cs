namespace IvsTools.Service;

/// <summary>Ends streams and waits for their end.</summary>
public static class Streams
{
    private const string NotBroadcasting = "ChannelNotBroadcasting";

    /// <summary>Stops the stream of a channel and waits until the channel is no longer live.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="limit">The timeout.</param>
    /// <param name="cancellationToken">Cancels the wait. A stream that was stopped is not started again.</param>
    /// <remarks>An encoder that reconnects starts another stream. This also ends the wait, because the stopped stream has ended.</remarks>
    /// <exception cref="IvsServiceException">
    /// ChannelNotBroadcasting if the channel is not live, WaitTimeout, or an error of the service.
    /// </exception>
    public static async Task<EmptyResponse> StopAsync(
        CallContext context, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var stream = (await context.SendAsync(Operations.GetStream, new(channelArn), cancellationToken).ConfigureAwait(false)).Stream;
        var stopped = await context.SendAsync(Operations.StopStream, new(channelArn), cancellationToken).ConfigureAwait(false);
        await Waiter.UntilAsync(
            context,
            $"{channelArn} is not live",
            Operations.GetStream,
            new(channelArn),
            (response, refusal) =>
                refusal?.ErrorCode == NotBroadcasting || (response is not null && response.Stream?.StreamId != stream?.StreamId),
            limit,
            cancellationToken).ConfigureAwait(false);
        return stopped;
    }

    /// <summary>Deletes a channel. If the channel is live, its stream is stopped first.</summary>
    /// <exception cref="IvsServiceException">WaitTimeout, or an error of the service.</exception>
    public static async Task<EmptyResponse> StopAndDeleteChannelAsync(
        CallContext context, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await StopAsync(context, channelArn, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (IvsServiceException e) when (e.ErrorCode == NotBroadcasting)
        {
            // The channel is not live, which is the expected state.
        }
        return await context.SendAsync(Operations.DeleteChannel, new(channelArn), cancellationToken).ConfigureAwait(false);
    }
}
