using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Retries calls as the SDK does by default.</summary>
/// <remarks>Operations that are not idempotent are repeated only if the service cannot have performed the first request.</remarks>
internal sealed class IvsRetryPolicy(IClientConfig config) : StandardRetryPolicy(config)
{
    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        CallState.Of(executionContext) is var call
        && !call.Cancellation.IsCancellationRequested
        && (call.MayLeave is null || CannotHaveBeenDone(exception))
        // If a response is too long, the response to a retry would also be too long.
        && exception is not BrokenBodyException { InnerException: InvalidDataException }
        && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);

    // By default, the SDK repeats every request whose connection the server closed, even if the request is not idempotent.
    public override bool IsStaleConnectionError(Exception exception) => false;

    /// <summary>Returns true if the service rejected the request or if no connection was made.</summary>
    public static bool CannotHaveBeenDone(Exception exception) => ExceptionChain.Of(exception).Any(e => e
        is AmazonServiceException
        {
            ErrorCode.Length: > 0,
            StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError,
        }
        or UnsendableHeaderException
        // This exception means that the connection was not opened within ConnectTimeout.
        or TimeoutException
        or HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        });
}
