using System.Diagnostics;

namespace IvsTools.Service.Aws;

/// <summary>Makes calls within the rate limit and the timeout. Callers can cancel a call at any time.</summary>
/// <param name="region">The Region in the signature.</param>
/// <param name="settings">The connection. The timeout includes retries but not the wait for the rate limit.</param>
internal sealed class CallRunner(string region, ConnectionSettings settings)
{
    private bool _hasFailedCredentials;

    /// <summary>True if a call failed because of its credentials, or while it waited for credentials.</summary>
    public bool HasFailedCredentials => Volatile.Read(ref _hasFailedCredentials);

    /// <param name="call">The state of the call, in which the handlers record what happens.</param>
    /// <param name="endpoint">The endpoint, for error messages.</param>
    /// <param name="send">Sends the call with the SDK.</param>
    /// <param name="trace">Receives information about the call when the call succeeds, fails or is canceled.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the request was already sent, the call waits up to
    /// <see cref="CallState.Patience"/> for the response.
    /// </param>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<T> RunAsync<T>(
        CallState call,
        string endpoint,
        Func<CancellationToken, Task<T>> send,
        Action<CallTrace>? trace,
        CancellationToken cancellationToken)
    {
        await call.RateLimit.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(settings.Timeout);
        using var canceling = cancellationToken.Register(() => Cancel(call, deadline));
        call.Cancellation = cancellationToken;
        var started = Stopwatch.GetTimestamp();
        string? mayLeave = null;
        try
        {
            var response = await SendAsync(call, send, deadline.Token).ConfigureAwait(false);
            mayLeave = call.MayLeave;
            return response;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var timeout = deadline.IsCancellationRequested ? settings.Timeout : (TimeSpan?)null;
            var failure = CallFailure.Explain(e, call, endpoint, timeout, settings, region);
            if (!call.IsSent || CredentialFailure.IsCode(failure.ErrorCode))
                Volatile.Write(ref _hasFailedCredentials, true);
            mayLeave = failure.IsUncertain ? call.MayLeave : null;
            throw failure;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The SDK wraps the cancellation exception.
            throw new OperationCanceledException("The call was canceled.", e, cancellationToken);
        }
        finally
        {
            var duration = Stopwatch.GetElapsedTime(started);
            if (cancellationToken.IsCancellationRequested && ((call.IsSent && call.Status is null) || call.MayBeDone))
                mayLeave = call.MayLeave;
            trace?.Invoke(
                new CallTrace(call.Operation, region, endpoint, call.RequestId, call.Attempts, duration) { MayLeave = mayLeave });
        }
    }

    private static void Cancel(CallState call, CancellationTokenSource deadline)
    {
        if (call.IsSent && call.Patience > TimeSpan.Zero)
            deadline.CancelAfter(call.Patience);
        else
            deadline.Cancel();
    }

    // The SDK cannot be canceled while it gets credentials from a program or another service. If the caller cancels during this time,
    // this method returns immediately, and the SDK does not send the request later. If the request was already sent, this method waits
    // for its result.
    private static async Task<T> SendAsync<T>(CallState call, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var sending = Task.Run(() => send(cancellationToken), CancellationToken.None);
        try
        {
            return await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sending.IsCompleted && call.IsSent)
        {
            return await sending.ConfigureAwait(false);
        }
    }
}
