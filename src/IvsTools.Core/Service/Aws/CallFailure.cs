using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>Converts an exception of the SDK to an exception with a code, a status, a request ID and a message.</summary>
internal static class CallFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="call">The call, with the data of its last response.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="timedOutAfter">The timeout, if the call exceeded it.</param>
    public static IvsServiceException Explain(Exception exception, CallState call, string endpoint, TimeSpan? timedOutAfter)
    {
        if (Chain(exception).OfType<BrokenBodyException>().FirstOrDefault() is { } broken)
            (call.Status, call.RequestId) = (broken.Status, broken.RequestId);
        var isUncertain = call.MayLeave is not null && call.MayBeDone;
        var (code, what) = Describe(exception, call, endpoint, timedOutAfter);
        return new IvsServiceException(
            code,
            $"{call.Operation} {what.TrimEnd('.')}." + (isUncertain ? $" {call.MayLeave}." : string.Empty),
            exception)
        {
            Operation = call.Operation,
            Service = call.Prefix,
            RequestId = call.RequestId,
            StatusCode = call.Status,
            IsUncertain = isUncertain,
        };
    }

    private static (string Code, string What) Describe(Exception exception, CallState call, string endpoint, TimeSpan? timedOutAfter)
    {
        if (timedOutAfter is { } limit)
        {
            var within = FormattableString.Invariant($"within {limit.TotalSeconds:0.###} s");
            return (IvsErrorCode.OperationTimeout, call.IsSent ? $"did not receive a response from {endpoint} {within}" : $"was not sent: no credentials were found {within}");
        }

        var chain = Chain(exception).ToList();
        if (chain.OfType<UnsendableHeaderException>().FirstOrDefault() is { } unsendable)
            return (IvsErrorCode.InvalidCredentials, "was not sent: " + unsendable.Message);
        if (chain.OfType<InvalidDataException>().FirstOrDefault() is { } tooLong)
            return (IvsErrorCode.InvalidResponse, $"received a response from {endpoint} that is not a response of {call.Service}: {tooLong.Message}");
        if ((int?)call.Status is >= 300 and < 400)
            return (IvsErrorCode.InvalidResponse, $"was redirected by {endpoint} (HTTP {(int?)call.Status}). {call.Service} does not use redirects, so the redirect was not followed");
        if (call.Status is not null && chain.OfType<AmazonServiceException>().FirstOrDefault(e => !string.IsNullOrEmpty(e.ErrorCode)) is { } refusal)
        {
            return ServiceErrorCode.IsCode(refusal.ErrorCode)
                ? (refusal.ErrorCode, "was rejected: " + (string.IsNullOrWhiteSpace(refusal.Message) ? refusal.ErrorCode : refusal.Message))
                : (IvsErrorCode.InvalidResponse, $"received a response from {endpoint} with an error code that {call.Service} does not use (HTTP {(int?)call.Status})");
        }
        if (chain.OfType<JsonException>().FirstOrDefault() is { } json)
            return (IvsErrorCode.InvalidResponse, $"received a response from {endpoint} that is not a response of {call.Service} (HTTP {(int?)call.Status}): {json.Message}");
        if (call.Status is not null && chain.Any(e => e is AmazonServiceException))
            return (IvsErrorCode.InvalidResponse, $"received a response from {endpoint} that is not a response of {call.Service} (HTTP {(int?)call.Status})");
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {socket.Message}");
        if (chain.Any(e => e is IOException))
            return (IvsErrorCode.ConnectionFailed, $"received an incomplete response from {endpoint}");
        if (chain.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {http.Message}");
        if (chain.OfType<TimeoutException>().Any() || call.IsSent)
            return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {chain[^1].Message}");
        // Other exceptions occur before a request is sent: the SDK found no credentials, or could not refresh them.
        return (IvsErrorCode.NoCredentials, "was not sent: " + exception.Message);
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
