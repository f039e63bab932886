namespace IvsTools.Tokens;

/// <summary>The claims of a viewer token, with their names in the JWT.</summary>
public static class ClaimName
{
    /// <summary>The ARN of the channel.</summary>
    public const string ChannelArn = "aws:channel-arn";

    /// <summary>Origins, separated by commas.</summary>
    public const string AllowedOrigin = "aws:access-control-allow-origin";

    /// <summary>True or false.</summary>
    public const string StrictOrigin = "aws:strict-origin-enforcement";

    /// <summary>A UUID.</summary>
    public const string SingleUseUuid = "aws:single-use-uuid";

    /// <summary>1 to 40 characters.</summary>
    public const string ViewerId = "aws:viewer-id";

    /// <summary>An integer of 0 or more.</summary>
    public const string ViewerSessionVersion = "aws:viewer-session-version";

    /// <summary>SD, HD or FULL_HD.</summary>
    public const string MaximumResolution = "aws:maximum-resolution";

    /// <summary>True or false.</summary>
    public const string AdsOptOut = "aws:ads-opt-out";

    /// <summary>An object of at most 1,000 bytes.</summary>
    public const string AdsPlayerParameters = "aws:ads-player-params";

    /// <summary>The name of a MediaTailor playback configuration of the ad configuration.</summary>
    public const string AdsPlaybackConfigurationName = "aws:ads-playback-config-name";

    /// <summary>CLIENT or SERVER.</summary>
    public const string AdsReportingMode = "aws:ads-reporting-mode";

    /// <summary>Seconds since 1970.</summary>
    public const string Expiry = "exp";

    internal const string NotBefore = "nbf";

    internal static readonly string[] All =
    [
        ChannelArn, AllowedOrigin, StrictOrigin, SingleUseUuid, ViewerId, ViewerSessionVersion, MaximumResolution,
        AdsOptOut, AdsPlayerParameters, AdsPlaybackConfigurationName, AdsReportingMode, Expiry,
    ];
}
