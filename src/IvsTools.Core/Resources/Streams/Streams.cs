namespace IvsTools.Service;

/// <summary>Stops streams and waits until they have ended.</summary>
internal static class Streams
{
    /// <summary>Stops the stream of a channel and waits until this stream has ended.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="channelArn">The channel.</param>
    /// <param name="limit">The maximum time of the wait.</param>
    /// <param name="cancellationToken">Cancels the wait, but does not restart a stream that was stopped.</param>
    /// <remarks>The wait also ends if the encoder reconnects, because the encoder then starts another stream.</remarks>
    /// <exception cref="IvsServiceException">
    /// The channel is not live (ChannelNotBroadcasting) or the wait timed out (WaitTimeout). Other errors come from the service.
    /// </exception>
    public static async Task<EmptyResponse> StopAsync(
        CallContext context, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        var stream = (await context.SendAsync(Operations.GetStream, new(channelArn), cancellationToken).ConfigureAwait(false)).Stream;
        var stopped = await context.SendAsync(Operations.StopStream, new(channelArn), cancellationToken).ConfigureAwait(false);
        await Waiter.UntilAsync(
            context,
            $"{channelArn} is not live",
            Operations.GetStream,
            new(channelArn),
            (response, rejection) =>
                rejection?.ErrorCode == ApiErrorCode.ChannelNotBroadcasting
                || (response is not null && response.Stream?.StreamId != stream?.StreamId),
            limit,
            cancellationToken).ConfigureAwait(false);
        return stopped;
    }

    /// <summary>Deletes a channel. If the channel is live, the method first stops its stream.</summary>
    /// <exception cref="IvsServiceException">The wait timed out (WaitTimeout), or the service returned an error.</exception>
    public static async Task<EmptyResponse> StopAndDeleteChannelAsync(
        CallContext context, string channelArn, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await StopAsync(context, channelArn, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (IvsServiceException e) when (e.ErrorCode == ApiErrorCode.ChannelNotBroadcasting)
        {
            // If the channel is not live, it can be deleted immediately.
        }
        return await context.SendAsync(Operations.DeleteChannel, new(channelArn), cancellationToken).ConfigureAwait(false);
    }
}
