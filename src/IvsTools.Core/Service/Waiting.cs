namespace IvsTools.Service;

/// <summary>Looks at something again and again until it is as wanted.</summary>
public static class Waiting
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits.</summary>
    /// <param name="session">Whose status tells what is waited for.</param>
    /// <param name="what">What is waited for, as it stands after "Waiting until": "the channel is off air".</param>
    /// <param name="look">The operation that looks: its rate is the shortest pause, which doubles up to 5 s.</param>
    /// <param name="request">What to look at.</param>
    /// <param name="isDone">Whether an answer, or a refusal in place of it, ends the waiting. A refusal that does not is thrown.</param>
    /// <param name="limit">Given up after this long.</param>
    /// <param name="cancellationToken">Ends the waiting at once.</param>
    /// <returns>The last answer; null if a refusal ended the waiting.</returns>
    /// <exception cref="IvsServiceException">WaitTimeout, or what the service said.</exception>
    public static async Task<TResponse?> UntilAsync<TRequest, TResponse>(
        IvsSession session,
        string what,
        Operation<TRequest, TResponse> look,
        TRequest request,
        Func<TResponse?, IvsServiceException?, bool> isDone,
        TimeSpan limit,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(isDone);
        var until = session.Time.GetUtcNow() + limit;
        var pause = TimeSpan.FromSeconds(1 / look.RequestsPerSecond);
        try
        {
            while (true)
            {
                TResponse? answer = null;
                IvsServiceException? refusal = null;
                try
                {
                    answer = await session.SendAsync(look, request, cancellationToken).ConfigureAwait(false);
                }
                catch (IvsServiceException e)
                {
                    refusal = e;
                }
                if (isDone(answer, refusal))
                    return answer;
                if (refusal is not null)
                    throw refusal;
                var left = until - session.Time.GetUtcNow();
                if (left <= TimeSpan.Zero)
                {
                    throw new IvsServiceException(
                        IvsErrorCode.WaitTimeout, FormattableString.Invariant($"Timed out after {limit.TotalSeconds:0.###} s while waiting until {what}."))
                    { Operation = look.Name };
                }
                session.Status = FormattableString.Invariant($"Waiting until {what}, {left.TotalSeconds:0} s left");
                await Task.Delay(pause < left ? pause : left, session.Time, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        finally
        {
            session.Status = null;
        }
    }
}
