using System.Collections.Frozen;
using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>The HTTP status of each error code.</summary>
internal static class ErrorStatus
{
    private static readonly FrozenDictionary<string, int> Common = new Dictionary<string, int>
    {
        [CommonErrorCode.ExpiredTokenException] = 403,
        [CommonErrorCode.IncompleteSignature] = 403,
        [CommonErrorCode.IncompleteSignatureException] = 403,
        [CommonErrorCode.InternalFailure] = 500,
        [CommonErrorCode.InvalidSignatureException] = 403,
        [CommonErrorCode.MalformedHttpRequestException] = 400,
        [CommonErrorCode.MissingAuthenticationTokenException] = 403,
        [CommonErrorCode.NotAuthorized] = 401,
        [CommonErrorCode.NotImplemented] = 501,
        [CommonErrorCode.OptInRequired] = 403,
        [CommonErrorCode.RequestAbortedException] = 400,
        [CommonErrorCode.RequestEntityTooLargeException] = 413,
        [CommonErrorCode.RequestExpired] = 400,
        [CommonErrorCode.RequestTimeoutException] = 408,
        [CommonErrorCode.UnknownOperationException] = 404,
        [CommonErrorCode.UnrecognizedClientException] = 403,
        [CommonErrorCode.ValidationError] = 400,
    }.ToFrozenDictionary();

    /// <summary>The error codes of the service, and the common error codes of AWS.</summary>
    public static IEnumerable<string> Codes => ApiModel.Instance.Errors.Keys.Concat(Common.Keys);

    /// <exception cref="ArgumentException">The code is unknown.</exception>
    public static int Of(string code) =>
        ApiModel.Instance.Errors.TryGetValue(code, out var status) || Common.TryGetValue(code, out status)
            ? status
            : throw new ArgumentException($"The error code {code} does not exist.", nameof(code));
}
