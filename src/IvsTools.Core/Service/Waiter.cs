namespace IvsTools.Service;

/// <summary>Polls an operation until the expected state is reached.</summary>
internal static class Waiter
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Polls the operation until a response or an expected error ends the wait.</summary>
    /// <param name="context">The context of the calls. During the wait, its Status property shows the progress.</param>
    /// <param name="what">The text after "Waiting until" in the Status property, such as "the channel is not live".</param>
    /// <param name="operation">
    /// The operation to poll. The first interval depends on the rate limit of the operation. The interval doubles
    /// up to 5 s.
    /// </param>
    /// <param name="request">The request of the operation.</param>
    /// <param name="isDone">Returns true if the response or an expected error ends the wait. An unexpected error is thrown.</param>
    /// <param name="limit">The maximum time of the wait.</param>
    /// <param name="cancellationToken">Cancels the wait immediately.</param>
    /// <returns>The last response, or null if an expected error ended the wait.</returns>
    /// <exception cref="IvsServiceException">The wait timed out (WaitTimeout), or the service returned an unexpected error.</exception>
    public static async Task<TResponse?> UntilAsync<TRequest, TResponse>(
        CallContext context,
        string what,
        Operation<TRequest, TResponse> operation,
        TRequest request,
        Func<TResponse?, IvsServiceException?, bool> isDone,
        TimeSpan limit,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        var until = context.Time.GetUtcNow() + limit;
        var pause = TimeSpan.FromSeconds(1 / operation.RequestsPerSecond);
        try
        {
            while (true)
            {
                TResponse? response = null;
                IvsServiceException? rejection = null;
                try
                {
                    response = await context.SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
                }
                catch (IvsServiceException e)
                {
                    rejection = e;
                }
                if (isDone(response, rejection))
                    return response;
                if (rejection is not null)
                    throw rejection;
                var left = until - context.Time.GetUtcNow();
                if (left <= TimeSpan.Zero)
                {
                    throw new IvsServiceException(
                        IvsErrorCode.WaitTimeout,
                        FormattableString.Invariant($"Timed out after {limit.TotalSeconds:0.###} s while waiting until {what}."))
                    { Operation = operation.Name };
                }
                context.Status = FormattableString.Invariant($"Waiting until {what}, {left.TotalSeconds:0} s left");
                await Task.Delay(pause < left ? pause : left, context.Time, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        finally
        {
            context.Status = null;
        }
    }
}
