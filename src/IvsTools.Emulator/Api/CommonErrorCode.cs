namespace IvsTools.Emulator.Api;

/// <summary>The codes that AWS documents as common errors of its APIs. The API data contains only the service's own codes.</summary>
internal static class CommonErrorCode
{
    public const string ExpiredTokenException = nameof(ExpiredTokenException);
    public const string IncompleteSignature = nameof(IncompleteSignature);
    public const string IncompleteSignatureException = nameof(IncompleteSignatureException);
    public const string InternalFailure = nameof(InternalFailure);
    public const string InvalidSignatureException = nameof(InvalidSignatureException);
    public const string MalformedHttpRequestException = nameof(MalformedHttpRequestException);
    public const string MissingAuthenticationTokenException = nameof(MissingAuthenticationTokenException);
    public const string NotAuthorized = nameof(NotAuthorized);
    public const string NotImplemented = nameof(NotImplemented);
    public const string OptInRequired = nameof(OptInRequired);
    public const string RequestAbortedException = nameof(RequestAbortedException);
    public const string RequestEntityTooLargeException = nameof(RequestEntityTooLargeException);
    public const string RequestExpired = nameof(RequestExpired);
    public const string RequestTimeoutException = nameof(RequestTimeoutException);
    public const string UnknownOperationException = nameof(UnknownOperationException);
    public const string UnrecognizedClientException = nameof(UnrecognizedClientException);
    public const string ValidationError = nameof(ValidationError);
}
