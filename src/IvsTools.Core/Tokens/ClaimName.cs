namespace IvsTools.Tokens;

/// <summary>The names of the claims in the JWT of a viewer token.</summary>
internal static class ClaimName
{
    /// <summary>The claim that contains the ARN of the channel.</summary>
    public const string ChannelArn = "aws:channel-arn";

    /// <summary>The claim that contains the allowed origins, separated by commas.</summary>
    public const string AllowedOrigin = "aws:access-control-allow-origin";

    /// <summary>The claim for strict origin enforcement, which is true or false.</summary>
    public const string StrictOrigin = "aws:strict-origin-enforcement";

    /// <summary>The claim that contains the UUID of a single-use token.</summary>
    public const string SingleUseUuid = "aws:single-use-uuid";

    /// <summary>The claim that contains the viewer ID of 1 to 40 characters.</summary>
    public const string ViewerId = "aws:viewer-id";

    /// <summary>The claim that contains the session version, which is an integer of 0 or more.</summary>
    public const string ViewerSessionVersion = "aws:viewer-session-version";

    /// <summary>The claim for the maximum resolution, which is SD, HD or FULL_HD.</summary>
    public const string MaximumResolution = "aws:maximum-resolution";

    /// <summary>The claim that disables ads if it is true.</summary>
    public const string AdsOptOut = "aws:ads-opt-out";

    /// <summary>The claim that contains the player parameters in an object.</summary>
    public const string AdsPlayerParameters = "aws:ads-player-params";

    /// <summary>The claim that contains the name of a MediaTailor playback configuration.</summary>
    public const string AdsPlaybackConfigurationName = "aws:ads-playback-config-name";

    /// <summary>The claim for the ad reporting mode, which is CLIENT or SERVER.</summary>
    public const string AdsReportingMode = "aws:ads-reporting-mode";

    /// <summary>The claim that contains the expiry in seconds since 1970.</summary>
    public const string Expiry = "exp";

    public const string NotBefore = "nbf";

    public static readonly string[] All =
    [
        ChannelArn, AllowedOrigin, StrictOrigin, SingleUseUuid, ViewerId, ViewerSessionVersion, MaximumResolution,
        AdsOptOut, AdsPlayerParameters, AdsPlaybackConfigurationName, AdsReportingMode, Expiry,
    ];
}
