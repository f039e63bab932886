using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Service;

namespace IvsTools.Errors;

/// <summary>Maps the error codes of the service and the module to PowerShell categories and recommended actions.</summary>
internal static partial class ServiceErrors
{
    /// <summary>Returns the category of an error code. Unknown codes have the category InvalidOperation.</summary>
    public static ErrorCategory CategoryOf(string code) => code switch
    {
        ApiErrorCode.ValidationException or "ValidationError" or "MalformedHttpRequestException" or "UnknownOperationException"
            or "RequestEntityTooLargeException" or "RequestAbortedException"
            or "UnsupportedOperationException" or "InvalidKeyUsageException" or "InvalidArnException"
            or "InvalidAliasNameException" or "TagException"
            or IvsErrorCode.RegionMismatch or IvsErrorCode.NoRegion or IvsErrorCode.InvalidEndpoint
            or IvsErrorCode.InvalidRegion or IvsErrorCode.InvalidText => ErrorCategory.InvalidArgument,
        ApiErrorCode.AccessDeniedException or ApiErrorCode.PendingVerification or "NotAuthorized" or "OptInRequired" =>
            ErrorCategory.PermissionDenied,
        "UnrecognizedClientException" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature"
            or "IncompleteSignatureException" or "ExpiredToken" or "ExpiredTokenException" or "MissingAuthenticationToken"
            or "MissingAuthenticationTokenException" or "InvalidClientTokenId" or "RequestExpired"
            or IvsErrorCode.NoCredentials or IvsErrorCode.InvalidCredentials or IvsErrorCode.UnknownProfile =>
                ErrorCategory.AuthenticationError,
        ApiErrorCode.ResourceNotFoundException or "NotFoundException" or "ParameterNotFound" or "ParameterVersionNotFound" =>
            ErrorCategory.ObjectNotFound,
        ApiErrorCode.ConflictException or "AlreadyExistsException" or "ParameterAlreadyExists" => ErrorCategory.ResourceExists,
        ApiErrorCode.ChannelNotBroadcasting or IvsErrorCode.ChannelHasNoStreamKey or IvsErrorCode.StreamKeyUnknown
            or IvsErrorCode.StreamKeyNotRead =>
                ErrorCategory.InvalidOperation,
        ApiErrorCode.ServiceQuotaExceededException or "LimitExceededException" => ErrorCategory.QuotaExceeded,
        ApiErrorCode.ThrottlingException => ErrorCategory.LimitsExceeded,
        ApiErrorCode.StreamUnavailable or ApiErrorCode.InternalServerException or "InternalFailure" or ApiErrorCode.ServiceUnavailable
            or "KMSInternalException" or "KeyUnavailableException" or "DependencyTimeoutException" or "InternalServerError" =>
                ErrorCategory.ResourceUnavailable,
        IvsErrorCode.InvalidResponse or IvsErrorCode.FingerprintMismatch or IvsErrorCode.RecordingConfigurationFailed =>
            ErrorCategory.InvalidResult,
        IvsErrorCode.ConnectionFailed => ErrorCategory.ConnectionError,
        IvsErrorCode.OperationTimeout or IvsErrorCode.WaitTimeout or "RequestTimeoutException" => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.InvalidOperation,
    };

    /// <summary>Returns the recommended action, or null if there is no recommendation.</summary>
    public static string? ActionFor(IvsServiceException exception) =>
        exception.IsUncertain && CheckFor(exception.Operation) is { } check
            ? $"First check whether the service performed the request: {check}. {ForCode(exception)}".Trim()
            : ForCode(exception);

    // Describes how to check whether the service performed the operation.
    private static string? CheckFor(string? operation) => operation switch
    {
        "CreateChannel" => "Get-IvsChannel -FilterByName lists the channels with this name",
        "CreateStreamKey" => "Get-IvsStreamKey -ChannelArn shows the key of the channel",
        "ImportPlaybackKeyPair" => "Get-IvsPlaybackKeyPair lists the key pairs, and -ReuseExisting accepts an existing key pair",
        "CreateAdConfiguration" => "Get-IvsAdConfiguration lists the ad configurations",
        "CreatePlaybackRestrictionPolicy" => "Get-IvsPlaybackRestrictionPolicy lists the policies",
        "CreateRecordingConfiguration" => "Get-IvsRecordingConfiguration lists the recording configurations",
        "InsertAdBreak" => "Get-IvsStreamSession shows the events of the stream",
        "PutMetadata" => "the player shows the metadata that it received",
        _ => null,
    };

    // The missing permission is not always a permission for the called operation. For example, GetParameter in Parameter Store requires
    // kms:Decrypt to decrypt a parameter.
    private static string Permission(IvsServiceException exception) =>
        NamedPermission().Match(exception.Message) is { Success: true } named
            ? named.Groups["permission"].Value
            : $"{exception.Service}:{exception.Operation}";

    private static string ForPermission(string permission) => permission.StartsWith("kms:", StringComparison.Ordinal)
        ? $"The identity requires the permission {permission} from the key policy, or from an IAM policy that the key policy allows."
        : $"The identity requires the IAM permission {permission}.";

    [GeneratedRegex(@"\bto perform: (?<permission>[a-z0-9-]+:[A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPermission();

    private static string? ForCode(IvsServiceException exception) => (exception.ErrorCode, exception.Operation) switch
    {
        _ when exception.RecommendedAction is { } action => action,
        (ApiErrorCode.ServiceQuotaExceededException, "CreateStreamKey") =>
            "The channel already has a stream key. Use Reset-IvsStreamKey to replace the key, or Get-IvsStreamKey to get the existing key.",
        (ApiErrorCode.ServiceQuotaExceededException, "ImportPlaybackKeyPair") =>
            "A Region can have three playback key pairs. Remove a key pair with Remove-IvsPlaybackKeyPair, and then import the key again.",
        (ApiErrorCode.ServiceQuotaExceededException, _) =>
            "Remove a resource that you do not need, or request a quota increase in the Service Quotas console.",
        (ApiErrorCode.ConflictException, "ImportPlaybackKeyPair") =>
            "Use -ReuseExisting to get the key pair that has this public key.",
        (ApiErrorCode.ConflictException, "DeleteChannel") =>
            "The channel is live. Use -StopStream, or run Stop-IvsStream first. If the encoder reconnects, remove its stream key.",
        (ApiErrorCode.ConflictException, "UpdateChannel") =>
            "The channel is live. Run Stop-IvsStream first, or wait until the stream ends.",
        (ApiErrorCode.ConflictException, "InsertAdBreak") =>
            "If an ad break is in progress, wait until it ends. "
                + "If the channel has no ad configuration, set one with Update-IvsChannel -AdConfigurationArn.",
        (ApiErrorCode.ConflictException, "DeleteAdConfiguration" or "DeletePlaybackRestrictionPolicy" or "DeleteRecordingConfiguration") =>
            "First remove the resource from its channels. Use Update-IvsChannel with an empty string for the resource, "
                + "such as -RecordingConfigurationArn ''. "
                + "To find the channels, use the filters of Get-IvsChannel.",
        (ApiErrorCode.PendingVerification, _) => "The AWS account is not verified yet. Contact AWS Support.",
        (ApiErrorCode.AccessDeniedException or "NotAuthorized", not null) => ForPermission(Permission(exception)),
        ("NotFoundException", _) when exception.Service == "kms" =>
            "Check the ID or the alias, its Region and its account. The name of an alias starts with alias/.",
        ("ParameterNotFound", _) => "Check the name, its Region and its account. The name is case-sensitive.",
        ("ParameterVersionNotFound", _) => "Check the version or the label after the colon.",
        ("InvalidKeyId", _) when exception.Service == "ssm" =>
            "Check that the KMS key of the parameter exists, is enabled, and is in the account and Region of the parameter.",
        ("DisabledException", _) => "Enable the key with 'aws kms enable-key', or use another key.",
        ("KMSInvalidStateException", _) =>
            "If the deletion of the key is pending, cancel it with 'aws kms cancel-key-deletion', and then enable the key.",
        ("UnsupportedOperationException" or "InvalidKeyUsageException", _) when exception.Service == "kms" =>
            "Use a key with the key spec ECC_NIST_P384 and the key usage SIGN_VERIFY. "
                + "To create such a key, use New-IvsPlaybackKeyPair -Kms.",
        ("KeyUnavailableException" or "DependencyTimeoutException" or "KMSInternalException", _) =>
            "Try again. If the error persists, check the key store of the key.",
        (IvsErrorCode.ConnectionFailed, _) when exception.Service == "kms" => "Check the network, the proxy and AWS_ENDPOINT_URL_KMS.",
        (IvsErrorCode.ConnectionFailed, _) when exception.Service == "ssm" => "Check the network, the proxy and AWS_ENDPOINT_URL_SSM.",
        ("OptInRequired", _) => "Subscribe the AWS account to the service, or enable the Region.",
        ("ExpiredTokenException" or "ExpiredToken" or "RequestExpired", _) => "The credentials of the session have expired. Sign in again.",
        ("UnrecognizedClientException" or "InvalidClientTokenId", _) => "AWS does not recognize the access key. Check the access key.",
        ("InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException", _) =>
            "Check the secret access key, the clock of this machine, and -Region.",
        ("MissingAuthenticationToken" or "MissingAuthenticationTokenException", _) => "Use -ProfileName, or -AccessKey with -SecretKey.",
        (ApiErrorCode.ThrottlingException, _) =>
            "Try again later. If -ThrottleLimit is greater than 1, decrease it. Other clients of the account use the same rate limit.",
        (ApiErrorCode.InternalServerException or ApiErrorCode.ServiceUnavailable or ApiErrorCode.StreamUnavailable
            or "InternalFailure", _) =>
            "Try again. If the error persists, send the request ID to AWS Support.",
        (ApiErrorCode.ResourceNotFoundException, "GetStreamSession") =>
            "If the channel exists, it may never have been live. Get-IvsStreamSession -All lists the sessions of a channel. "
                + "Also check the ARN, its Region and its account.",
        (ApiErrorCode.ResourceNotFoundException, _) => "Check the ARN, its Region and its account.",
        (ApiErrorCode.ValidationException or "ValidationError", _) => "Correct the value that the message names.",
        (ApiErrorCode.ChannelNotBroadcasting, "StopStream") =>
            "The channel has no stream to stop. Get-IvsStream without parameters lists the live channels.",
        (ApiErrorCode.ChannelNotBroadcasting, "GetStream") => "Get-IvsStream without parameters lists the live channels.",
        (ApiErrorCode.ChannelNotBroadcasting, _) =>
            "Start the encoder of the channel, and try again. Get-IvsStream without parameters lists the live channels.",
        ("RequestTimeoutException" or IvsErrorCode.OperationTimeout, _) => "Try again, or increase -TimeoutSec.",
        ("MalformedHttpRequestException" or "RequestAbortedException" or IvsErrorCode.InvalidResponse, _) =>
            "Check for a proxy between this machine and the endpoint, and try again.",
        ("RequestEntityTooLargeException", _) => "Send fewer items per request.",
        ("UnknownOperationException", _) => "Check -EndpointUrl. The endpoint does not support this operation of Amazon IVS.",
        (IvsErrorCode.WaitTimeout, _) => "Check again later, or increase -WaitTimeoutSec.",
        (IvsErrorCode.RecordingConfigurationFailed, _) =>
            "Check that the bucket exists in the Region and account of the recording configuration. "
                + "Then remove this recording configuration and create a new one.",
        (IvsErrorCode.ConnectionFailed, _) => "Check the network, the proxy and -EndpointUrl.",
        (IvsErrorCode.ChannelHasNoStreamKey, _) =>
            "Run New-IvsStreamKey -ChannelArn for this channel. To keep the tags of the old key, specify them with -Tag.",
        (IvsErrorCode.StreamKeyUnknown, _) =>
            "Run Get-IvsStreamKey -ChannelArn for this channel. If the channel has no key, run New-IvsStreamKey. "
                + "If the channel has the old key, run Reset-IvsStreamKey again.",
        (IvsErrorCode.StreamKeyNotRead, _) =>
            "Run Get-IvsStreamKey with the ARN of the new key. Get-IvsStreamKey requires the IAM permission ivs:GetStreamKey.",
        (IvsErrorCode.FingerprintMismatch, _) =>
            "Remove that key pair with Remove-IvsPlaybackKeyPair and check for a proxy between this machine and the service.",
        (IvsErrorCode.NoCredentials or IvsErrorCode.UnknownProfile, _) =>
            "Use -ProfileName, or -AccessKey with -SecretKey, or set the AWS_ environment variables.",
        (IvsErrorCode.InvalidRegion, _) => "Correct -Region, AWS_REGION or the Region of the profile.",
        (IvsErrorCode.InvalidEndpoint, _) => "Correct -EndpointUrl, or omit it to use the endpoint of the Region.",
        (IvsErrorCode.InvalidCredentials, _) => "Copy the value again, without other text.",
        (IvsErrorCode.NoRegion, _) => "Use -Region, set AWS_REGION, or add a region to the profile." + LocalEndpoints.Recommendation,
        _ => null,
    };
}
