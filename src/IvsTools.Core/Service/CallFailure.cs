using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;
using IvsTools.Service.Sdk;

namespace IvsTools.Service;

/// <summary>Turns what the SDK throws into one exception with a code, a status, a request id and a sentence.</summary>
internal static class CallFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="call">The call, with what its last answer left.</param>
    /// <param name="endpoint">Who was asked.</param>
    /// <param name="timedOutAfter">The time limit, if the call ran into it.</param>
    public static IvsServiceException Explain(Exception exception, WireRequest call, string endpoint, TimeSpan? timedOutAfter)
    {
        if (Chain(exception).OfType<BrokenBodyException>().FirstOrDefault() is { } broken)
            (call.Status, call.RequestId) = (broken.Status, broken.RequestId);
        var isUncertain = call.MayLeave is not null && call.MayBeDone;
        var (code, what) = Describe(exception, call, endpoint, timedOutAfter);
        return new IvsServiceException(
            code,
            $"{call.Operation} {what.TrimEnd('.')}." + (isUncertain ? $" {call.MayLeave} all the same." : string.Empty),
            exception)
        {
            Operation = call.Operation,
            RequestId = call.RequestId,
            StatusCode = call.Status,
            IsUncertain = isUncertain,
        };
    }

    private static (string Code, string What) Describe(Exception exception, WireRequest call, string endpoint, TimeSpan? timedOutAfter)
    {
        if (timedOutAfter is { } limit)
            return (IvsErrorCode.OperationTimeout, FormattableString.Invariant($"was not answered within {limit.TotalSeconds:0.###} s by {endpoint}"));

        var chain = Chain(exception).ToList();
        if (chain.OfType<UnsendableHeaderException>().FirstOrDefault() is { } unsendable)
            return (IvsErrorCode.InvalidCredentials, "was not sent: " + unsendable.Message);
        if (chain.OfType<InvalidDataException>().FirstOrDefault() is { } tooLong)
            return (IvsErrorCode.InvalidResponse, $"got an answer from {endpoint} that Amazon IVS does not give: {tooLong.Message}");
        if ((int?)call.Status is >= 300 and < 400)
            return (IvsErrorCode.InvalidResponse, $"was redirected by {endpoint} (HTTP {(int?)call.Status}). Amazon IVS does not redirect, so it was not followed");
        if (call.Status is not null && chain.OfType<AmazonServiceException>().FirstOrDefault(e => !string.IsNullOrEmpty(e.ErrorCode)) is { } refusal)
        {
            return ServiceErrorCode.IsCode(refusal.ErrorCode)
                ? (refusal.ErrorCode, "was refused: " + (string.IsNullOrWhiteSpace(refusal.Message) ? refusal.ErrorCode : refusal.Message))
                : (IvsErrorCode.InvalidResponse, $"got an answer from {endpoint} with an error code that Amazon IVS does not have (HTTP {(int?)call.Status})");
        }
        if (chain.OfType<JsonException>().FirstOrDefault() is { } json)
            return (IvsErrorCode.InvalidResponse, $"got an answer from {endpoint} that Amazon IVS does not give (HTTP {(int?)call.Status}): {json.Message}");
        if (call.Status is not null && chain.Any(e => e is AmazonServiceException))
            return (IvsErrorCode.InvalidResponse, $"got an answer from {endpoint} that Amazon IVS does not give (HTTP {(int?)call.Status})");
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return (IvsErrorCode.ConnectionFailed, $"found no connection to {endpoint}: {socket.Message}");
        if (chain.Any(e => e is IOException))
            return (IvsErrorCode.ConnectionFailed, $"got an answer from {endpoint} that broke off");
        if (chain.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return (IvsErrorCode.ConnectionFailed, $"found no connection to {endpoint}: {http.Message}");
        if (chain.OfType<TimeoutException>().Any() || call.IsSent)
            return (IvsErrorCode.ConnectionFailed, $"found no connection to {endpoint}: {chain[^1].Message}");
        // What is left went wrong before anything was sent: the SDK found no credentials, or could not refresh them.
        return (IvsErrorCode.NoCredentials, "was not sent: " + exception.Message);
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
