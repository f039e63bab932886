using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>
/// The standard retries of the SDK. An operation that is not idempotent is repeated only if the first request cannot have been performed.
/// </summary>
internal sealed class IvsRetryPolicy(IClientConfig config) : StandardRetryPolicy(config)
{
    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        CallState.Of(executionContext) is var call
        && !call.Cancellation.IsCancellationRequested
        && (call.MayLeave is null || CannotHaveBeenDone(exception))
        // A body that is too long will also be too long in the next attempt.
        && exception is not BrokenBodyException { InnerException: InvalidDataException }
        && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);

    // The SDK would repeat any request on a connection that the server has closed.
    public override bool IsStaleConnectionError(Exception exception) => false;

    /// <summary>True if the service rejected the request, or no connection was made.</summary>
    public static bool CannotHaveBeenDone(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is AmazonServiceException
                {
                    ErrorCode.Length: > 0,
                    StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError,
                }
                or UnsendableHeaderException
                // The connection was not opened within ConnectTimeout.
                or TimeoutException
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                })
            {
                return true;
            }
        }
        return false;
    }
}
