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
        if (timedOutAfter is { } limit)
            return Failure(IvsErrorCode.OperationTimeout, FormattableString.Invariant($"was not answered within {limit.TotalSeconds:0.###} s by {endpoint}"));

        var chain = Chain(exception).ToList();
        if (chain.OfType<AmazonServiceException>().FirstOrDefault(e => !string.IsNullOrEmpty(e.ErrorCode)) is { } refusal && call.Status is not null)
            return Failure(refusal.ErrorCode, "was refused: " + Reason(refusal));
        if (chain.Any(e => e is JsonException) || (call.Status is not null && chain.Any(e => e is AmazonServiceException)))
            return Failure(IvsErrorCode.InvalidResponse, $"got an answer from {endpoint} that Amazon IVS does not give (HTTP {(int?)call.Status})");
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return Failure(IvsErrorCode.ConnectionFailed, $"found no connection to {endpoint}: {socket.Message}");
        if (chain.Any(e => e is IOException))
            return Failure(IvsErrorCode.ConnectionFailed, $"got an answer from {endpoint} that broke off");
        if (chain.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return Failure(IvsErrorCode.ConnectionFailed, $"found no connection to {endpoint}: {http.Message}");
        // What is left went wrong before anything was sent: the SDK found no credentials, or could not refresh them.
        return Failure(IvsErrorCode.NoCredentials, "was not sent: " + exception.Message);

        IvsServiceException Failure(string code, string what) => new(code, $"{call.Operation} {what.TrimEnd('.')}.", exception)
        {
            Operation = call.Operation,
            RequestId = call.RequestId,
            StatusCode = call.Status,
        };
    }

    private static string Reason(AmazonServiceException refusal) =>
        string.IsNullOrWhiteSpace(refusal.Message) ? refusal.ErrorCode : refusal.Message;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
