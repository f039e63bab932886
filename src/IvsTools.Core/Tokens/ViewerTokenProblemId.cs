namespace IvsTools.Tokens;

/// <summary>The IDs of viewer token problems. The value of each constant is its name.</summary>
internal static class ViewerTokenProblemId
{
#pragma warning disable CS1591 // The message of the problem contains the explanation.
    // Both the signer and the reports find these problems.
    public const string InvalidChannelArn = nameof(InvalidChannelArn);
    public const string Expired = nameof(Expired);
    public const string LivesTooLong = nameof(LivesTooLong);
    public const string InvalidViewerId = nameof(InvalidViewerId);
    public const string InvalidViewerSessionVersion = nameof(InvalidViewerSessionVersion);
    public const string InvalidSingleUseUuid = nameof(InvalidSingleUseUuid);
    public const string InvalidOrigin = nameof(InvalidOrigin);
    public const string TooManyOrigins = nameof(TooManyOrigins);
    public const string StrictOriginWithoutOrigin = nameof(StrictOriginWithoutOrigin);
    public const string InvalidMaximumResolution = nameof(InvalidMaximumResolution);
    public const string InvalidAdsPlayerParameters = nameof(InvalidAdsPlayerParameters);
    public const string InvalidAdsPlaybackConfigurationName = nameof(InvalidAdsPlaybackConfigurationName);
    public const string InvalidAdsReportingMode = nameof(InvalidAdsReportingMode);
    public const string TokenTooLong = nameof(TokenTooLong);

    // Only the reports find these problems, because the signer never creates tokens with these problems.
    public const string BrokenUrl = nameof(BrokenUrl);
    public const string NoToken = nameof(NoToken);
    public const string StageToken = nameof(StageToken);
    public const string CriticalHeader = nameof(CriticalHeader);
    public const string NotYetValid = nameof(NotYetValid);
    public const string WrongSegmentCount = nameof(WrongSegmentCount);
    public const string NotBase64Url = nameof(NotBase64Url);
    public const string NotJson = nameof(NotJson);
    public const string DuplicateName = nameof(DuplicateName);
    public const string WrongAlgorithm = nameof(WrongAlgorithm);
    public const string NotSigned = nameof(NotSigned);
    public const string WrongType = nameof(WrongType);
    public const string DerSignature = nameof(DerSignature);
    public const string WrongSignatureLength = nameof(WrongSignatureLength);
    public const string WrongSignature = nameof(WrongSignature);
    public const string MissingChannelArn = nameof(MissingChannelArn);
    public const string MissingExpiry = nameof(MissingExpiry);
    public const string ExpiryInMilliseconds = nameof(ExpiryInMilliseconds);
    public const string WrongClaimType = nameof(WrongClaimType);

    // These notes do not make the token invalid.
    public const string WholeUrl = nameof(WholeUrl);
    public const string WhiteSpace = nameof(WhiteSpace);
    public const string Surrounded = nameof(Surrounded);
    public const string SignatureNotChecked = nameof(SignatureNotChecked);
    public const string UnknownClaim = nameof(UnknownClaim);
    public const string VersionWithoutViewer = nameof(VersionWithoutViewer);

    // The checks for a channel and an origin find these problems.
    public const string OtherChannel = nameof(OtherChannel);
    public const string OriginNotAllowed = nameof(OriginNotAllowed);
#pragma warning restore CS1591
}
