using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;

namespace IvsTools.Service.Aws;

/// <summary>Converts an SDK exception to an exception with an error code, a status, a request ID and a message.</summary>
internal static class CallFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="call">The call, which contains the data of its last response.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="timedOutAfter">The timeout that the call exceeded, or null.</param>
    /// <param name="settings">The settings of the connection.</param>
    /// <param name="region">The Region in the signature.</param>
    public static IvsServiceException Explain(
        Exception exception, CallState call, string endpoint, TimeSpan? timedOutAfter, ConnectionSettings settings, string region)
    {
        // Apart from a timeout or an invalid header, only a problem with the credentials prevents the SDK from sending a request.
        if (!call.IsSent && timedOutAfter is null && !ExceptionChain.Of(exception).Any(e => e is UnsendableHeaderException))
            return CredentialFailure.Explain(exception, settings, call);
        if (ExceptionChain.Of(exception).OfType<BrokenBodyException>().FirstOrDefault() is { } broken)
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
            RecommendedAction = IsUnknownRegion(exception, call, endpoint, region) ? IvsRegion.Advice(region)
                : code == IvsErrorCode.ConnectionFailed && ExceptionChain.Of(exception).Any(e => e is AuthenticationException)
                    ? "Check -EndpointUrl. This machine must trust the certificate of the endpoint or of a proxy that inspects TLS traffic."
                    : null,
        };
    }

    private static (string Code, string What) Describe(Exception exception, CallState call, string endpoint, TimeSpan? timedOutAfter)
    {
        if (timedOutAfter is { } limit)
        {
            var within = FormattableString.Invariant($"within {limit.TotalSeconds:0.###} s");
            return (
                IvsErrorCode.OperationTimeout,
                call.IsSent ? $"did not receive a response from {endpoint} {within}" : $"was not sent: no credentials were found {within}");
        }

        var chain = ExceptionChain.Of(exception).ToList();
        var status = (int?)call.Status;
        var foreign = $"received an invalid {call.Service} response from {endpoint}";
        if (chain.OfType<UnsendableHeaderException>().FirstOrDefault() is { } unsendable)
            return (IvsErrorCode.InvalidCredentials, "was not sent: " + unsendable.Message);
        if (chain.OfType<InvalidDataException>().FirstOrDefault() is { } tooLong)
            return (IvsErrorCode.InvalidResponse, $"{foreign}: {tooLong.Message}");
        if (status is >= 300 and < 400)
        {
            return (
                IvsErrorCode.InvalidResponse,
                $"was redirected by {endpoint} (HTTP {status}). {call.Service} does not use redirects, so the redirect was not followed");
        }
        if (status is not null
            && chain.OfType<AmazonServiceException>().FirstOrDefault(e => !string.IsNullOrEmpty(e.ErrorCode)) is { } error)
        {
            return ServiceErrorCode.IsCode(error.ErrorCode)
                ? (error.ErrorCode, "was rejected: " + (string.IsNullOrWhiteSpace(error.Message) ? error.ErrorCode : error.Message))
                : (
                    IvsErrorCode.InvalidResponse,
                    $"received a response from {endpoint} with an error code that {call.Service} does not use (HTTP {status})");
        }
        if (chain.OfType<JsonException>().FirstOrDefault() is { } json)
            return (IvsErrorCode.InvalidResponse, $"{foreign} (HTTP {status}): {json.Message}");
        if (status is not null && chain.Any(e => e is AmazonServiceException))
            return (IvsErrorCode.InvalidResponse, $"{foreign} (HTTP {status})");
        if (chain.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
            return (IvsErrorCode.ConnectionFailed, $"could not open a TLS connection to {endpoint}: {tls.Message}");
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {socket.Message}");
        if (chain.Any(e => e is IOException))
            return (IvsErrorCode.ConnectionFailed, $"received an incomplete response from {endpoint}");
        if (chain.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {http.Message}");
        return (IvsErrorCode.ConnectionFailed, $"could not connect to {endpoint}: {chain[^1].Message}");
    }

    private static bool IsUnknownRegion(Exception exception, CallState call, string endpoint, string region) =>
        call.Prefix == IvsClientConfig.ServiceName
        && !IvsRegion.All.Contains(region)
        && endpoint.Contains($".{region}.", StringComparison.Ordinal)
        && ExceptionChain.Of(exception).Any(e => e is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData });
}
