using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Errors;

/// <summary>What the codes of the service, and ours, mean to PowerShell and to a person.</summary>
internal static class ServiceErrors
{
    /// <summary>The category of a code; a code that nobody has listed is InvalidOperation.</summary>
    public static ErrorCategory CategoryOf(string code) => code switch
    {
        "ValidationException" or "ValidationError" or "MalformedHttpRequestException" or "UnknownOperationException"
            or "RequestEntityTooLargeException" or "RequestAbortedException"
            or IvsErrorCode.RegionMismatch or IvsErrorCode.NoRegion or IvsErrorCode.InvalidEndpoint
            or IvsErrorCode.InvalidRegion => ErrorCategory.InvalidArgument,
        "AccessDeniedException" or "PendingVerification" or "NotAuthorized" or "OptInRequired" => ErrorCategory.PermissionDenied,
        "UnrecognizedClientException" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature"
            or "IncompleteSignatureException" or "ExpiredToken" or "ExpiredTokenException" or "MissingAuthenticationToken"
            or "MissingAuthenticationTokenException" or "InvalidClientTokenId" or "RequestExpired"
            or IvsErrorCode.NoCredentials or IvsErrorCode.InvalidCredentials or IvsErrorCode.UnknownProfile => ErrorCategory.AuthenticationError,
        "ResourceNotFoundException" => ErrorCategory.ObjectNotFound,
        "ConflictException" => ErrorCategory.ResourceExists,
        "ChannelNotBroadcasting" or IvsErrorCode.ChannelHasNoStreamKey or IvsErrorCode.StreamKeyUnknown or IvsErrorCode.StreamKeyNotRead => ErrorCategory.InvalidOperation,
        "ServiceQuotaExceededException" => ErrorCategory.QuotaExceeded,
        "ThrottlingException" => ErrorCategory.LimitsExceeded,
        "StreamUnavailable" or "InternalServerException" or "InternalFailure" or "ServiceUnavailable" => ErrorCategory.ResourceUnavailable,
        IvsErrorCode.InvalidResponse or IvsErrorCode.FingerprintMismatch or IvsErrorCode.RecordingConfigurationFailed => ErrorCategory.InvalidResult,
        IvsErrorCode.ConnectionFailed => ErrorCategory.ConnectionError,
        IvsErrorCode.OperationTimeout or IvsErrorCode.WaitTimeout or "RequestTimeoutException" => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.InvalidOperation,
    };

    /// <summary>What to do next, where we know it.</summary>
    public static string? ActionFor(IvsServiceException exception) =>
        exception.IsUncertain && LookFor(exception.Operation) is { } look
            ? $"{ForCode(exception)} Find out first whether the request was carried out: {look}.".Trim()
            : ForCode(exception);

    // How to find what an operation that is not repeated may have made.
    private static string? LookFor(string? operation) => operation switch
    {
        "CreateChannel" => "Get-IvsChannel -FilterByName lists channels of a name",
        "CreateStreamKey" => "Get-IvsStreamKey -ChannelArn shows the key of the channel",
        "ImportPlaybackKeyPair" => "Get-IvsPlaybackKeyPair lists the key pairs, and -ReuseExisting accepts one that is there",
        "CreateAdConfiguration" => "Get-IvsAdConfiguration lists the ad configurations",
        "CreatePlaybackRestrictionPolicy" => "Get-IvsPlaybackRestrictionPolicy lists the policies",
        "CreateRecordingConfiguration" => "Get-IvsRecordingConfiguration lists the recording configurations",
        "InsertAdBreak" => "Get-IvsStreamSession shows the events of the stream",
        "PutMetadata" => "the player shows the metadata that it got",
        _ => null,
    };

    private static string? ForCode(IvsServiceException exception) => (exception.ErrorCode, exception.Operation) switch
    {
        ("ServiceQuotaExceededException", "CreateStreamKey") =>
            "The channel already has its one stream key: use Reset-IvsStreamKey for a new one, or Get-IvsStreamKey for the one it has.",
        ("ServiceQuotaExceededException", "ImportPlaybackKeyPair") =>
            "A Region holds three playback key pairs: remove one with Remove-IvsPlaybackKeyPair, then import again.",
        ("ServiceQuotaExceededException", _) => "Remove what is not needed, or ask for a higher quota in the Service Quotas console.",
        ("ConflictException", "ImportPlaybackKeyPair") =>
            "This public key is imported already: use -ReuseExisting to get its key pair.",
        ("ConflictException", "DeleteChannel") => "The channel is live: use -StopStream, or Stop-IvsStream first; take its stream key away if the encoder keeps coming back.",
        ("ConflictException", "UpdateChannel") => "The channel is live: use Stop-IvsStream first, or wait for the end of the stream.",
        ("ConflictException", "InsertAdBreak") => "Give the channel an ad configuration with Update-IvsChannel -AdConfigurationArn.",
        ("ConflictException", "DeleteAdConfiguration" or "DeletePlaybackRestrictionPolicy" or "DeleteRecordingConfiguration") =>
            "Take the channels off it first, with Update-IvsChannel and an empty ARN; Get-IvsChannel has a filter that finds them.",
        ("PendingVerification", _) => "The AWS account is waiting for verification: contact AWS Support.",
        ("AccessDeniedException" or "NotAuthorized", { } operation) => $"The identity in use needs the IAM permission ivs:{operation}.",
        ("OptInRequired", _) => "Subscribe the AWS account to the service, or enable the Region for it.",
        ("ExpiredTokenException" or "ExpiredToken" or "RequestExpired", _) => "Sign in again: the session's credentials have expired.",
        ("UnrecognizedClientException" or "InvalidClientTokenId", _) => "Check the access key: AWS does not know it.",
        ("InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException", _) =>
            "Check the secret key and this machine's clock.",
        ("MissingAuthenticationToken" or "MissingAuthenticationTokenException", _) => "Give credentials: -ProfileName, or -AccessKey with -SecretKey.",
        ("ThrottlingException", _) => "Lower -ThrottleLimit, or wait: others use the same account's rate.",
        ("InternalServerException" or "InternalFailure" or "ServiceUnavailable" or "StreamUnavailable", _) => "Try again; if it stays, give AWS Support the request id.",
        ("ResourceNotFoundException", _) => "Check the ARN, its Region and its account.",
        ("ValidationException" or "ValidationError", _) => "Correct the value that the message names.",
        ("ChannelNotBroadcasting", _) => "The channel has no live stream.",
        ("RequestTimeoutException" or IvsErrorCode.OperationTimeout, _) => "Try again, or allow more time with -TimeoutSec.",
        ("MalformedHttpRequestException" or "RequestAbortedException" or IvsErrorCode.InvalidResponse, _) => "Look for a proxy between this machine and the endpoint, and try again.",
        ("RequestEntityTooLargeException", _) => "Send less in one request.",
        ("UnknownOperationException", _) => "Check -EndpointUrl: what answers there is not Amazon IVS.",
        (IvsErrorCode.WaitTimeout, _) => "Look again later, or allow more time with -WaitTimeoutSec.",
        (IvsErrorCode.RecordingConfigurationFailed, _) => "Check that the bucket exists in the same Region and account, then remove this one and create another.",
        (IvsErrorCode.ConnectionFailed, _) => "Check the network, the proxy and -EndpointUrl.",
        (IvsErrorCode.ChannelHasNoStreamKey, _) => "Run New-IvsStreamKey -ChannelArn for this channel, with -Tag for the old key's tags.",
        (IvsErrorCode.StreamKeyUnknown, _) => "Run Get-IvsStreamKey -ChannelArn for this channel. If it has no key, run New-IvsStreamKey; if it has the old key, run Reset-IvsStreamKey again.",
        (IvsErrorCode.StreamKeyNotRead, _) => "Run Get-IvsStreamKey with the ARN of the new key; it needs the IAM permission ivs:GetStreamKey.",
        (IvsErrorCode.FingerprintMismatch, _) => "Remove that key pair with Remove-IvsPlaybackKeyPair and find out what lies between this machine and the service.",
        (IvsErrorCode.NoCredentials or IvsErrorCode.UnknownProfile, _) => "Give -ProfileName, or -AccessKey with -SecretKey, or set the AWS_ environment variables.",
        (IvsErrorCode.InvalidRegion, _) => "Correct -Region.",
        (IvsErrorCode.InvalidEndpoint, _) => "Correct -EndpointUrl, or leave it out for the endpoint of the Region.",
        (IvsErrorCode.InvalidCredentials, _) => "Copy the value again, without the text around it.",
        (IvsErrorCode.NoRegion, _) => "Give -Region, or set AWS_REGION.",
        _ => null,
    };
}
