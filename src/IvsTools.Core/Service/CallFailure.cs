using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;

namespace IvsTools.Service;

/// <summary>Turns what the SDK throws into one exception with a code, a status, a request id and a sentence.</summary>
internal static class CallFailure
{
    public static IvsServiceException Explain(Exception exception, string operation, string endpoint, TimeSpan? timedOutAfter)
    {
        if (timedOutAfter is { } limit)
        {
            return new IvsServiceException(
                IvsErrorCode.OperationTimeout,
                FormattableString.Invariant($"{operation} was not answered within {limit.TotalSeconds:0.###} s by {endpoint}."),
                exception) { Operation = operation };
        }

        var chain = Chain(exception).ToList();
        if (chain.OfType<IvsServiceException>().FirstOrDefault() is { } known)
            return known;
        var answer = chain.OfType<AmazonServiceException>().FirstOrDefault();
        if (answer is { ErrorCode.Length: > 0 } and not AmazonUnmarshallingException)
        {
            return new IvsServiceException(answer.ErrorCode, Sentence(answer, operation), exception)
            {
                Operation = operation,
                RequestId = answer.RequestId,
                StatusCode = answer.StatusCode,
            };
        }
        if (chain.Any(e => e is JsonException) || answer is { StatusCode: not 0 })
        {
            return new IvsServiceException(
                IvsErrorCode.InvalidResponse, $"{operation}: the answer of {endpoint} is not what Amazon IVS answers{StatusText(answer)}.", exception)
            {
                Operation = operation,
                RequestId = answer?.RequestId,
                StatusCode = answer?.StatusCode,
            };
        }
        if (chain.Any(e => e is HttpIOException or IOException) && !chain.Any(e => e is SocketException { SocketErrorCode: SocketError.ConnectionRefused }))
            return Connection($"{operation}: the answer of {endpoint} broke off.", exception, operation, answer?.RequestId);
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return Connection($"{operation}: no connection to {endpoint}: {socket.Message}.", exception, operation, null);
        if (chain.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return Connection($"{operation}: no connection to {endpoint}: {http.Message.TrimEnd('.')}.", exception, operation, null);
        return new IvsServiceException(IvsErrorCode.NoCredentials, $"{operation}: {exception.Message}", exception) { Operation = operation };
    }

    private static IvsServiceException Connection(string message, Exception exception, string operation, string? requestId) =>
        new(IvsErrorCode.ConnectionFailed, message, exception) { Operation = operation, RequestId = requestId };

    private static string Sentence(AmazonServiceException answer, string operation) =>
        string.IsNullOrWhiteSpace(answer.Message) || answer.Message == answer.ErrorCode
            ? $"{operation} was refused: {answer.ErrorCode}."
            : $"{operation} was refused: {answer.Message.TrimEnd('.')}.";

    private static string StatusText(AmazonServiceException? answer) =>
        answer is { StatusCode: not 0 } ? $" (HTTP {(int)answer.StatusCode})" : string.Empty;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
