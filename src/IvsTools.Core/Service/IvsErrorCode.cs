namespace IvsTools.Service;

/// <summary>The error codes that this module assigns to failed calls. The service has its own error codes.</summary>
internal static class IvsErrorCode
{
#pragma warning disable CS1591 // The message of the error contains the explanation.
    public const string NoRegion = nameof(NoRegion);
    public const string RegionMismatch = nameof(RegionMismatch);
    public const string NoCredentials = nameof(NoCredentials);
    public const string UnknownProfile = nameof(UnknownProfile);
    public const string InvalidEndpoint = nameof(InvalidEndpoint);
    public const string InvalidRegion = nameof(InvalidRegion);
    public const string InvalidCredentials = nameof(InvalidCredentials);
    public const string InvalidText = nameof(InvalidText);
    public const string ConnectionFailed = nameof(ConnectionFailed);
    public const string OperationTimeout = nameof(OperationTimeout);
    public const string WaitTimeout = nameof(WaitTimeout);
    public const string RecordingConfigurationFailed = nameof(RecordingConfigurationFailed);
    public const string InvalidResponse = nameof(InvalidResponse);
    public const string FingerprintMismatch = nameof(FingerprintMismatch);
    public const string ChannelHasNoStreamKey = nameof(ChannelHasNoStreamKey);
    public const string StreamKeyUnknown = nameof(StreamKeyUnknown);
    public const string StreamKeyNotRead = nameof(StreamKeyNotRead);
#pragma warning restore CS1591
}
