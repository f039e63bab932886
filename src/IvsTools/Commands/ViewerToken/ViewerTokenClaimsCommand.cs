using System.Collections;
using System.Management.Automation;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that create viewer tokens from parameters.</summary>
// The parameters do not have validation attributes, because the token rules check the values and report the errors.
public abstract class ViewerTokenClaimsCommand : KeyCommand
{
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);

    /// <summary>The ARN of the channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? ChannelArn { get; set; }

    /// <summary>The period in which playback can start. The default is five minutes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(TimeSpan), "00:05:00, or New-TimeSpan -Minutes 5")]
    public TimeSpan? ExpiresIn { get; set; }

    /// <summary>The time until which playback can start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(DateTimeOffset), "2030-01-31T12:00:00Z, or (Get-Date).AddMinutes(5)")]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>
    /// The ID of the viewer: 1 to 40 characters. Do not use personal data. A token without an ID cannot be revoked.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [TextTransformation]
    public string? ViewerId { get; set; }

    /// <summary>The session version of the viewer. A revocation applies to all versions up to a specified version.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation(typeof(long), long.MinValue, long.MaxValue)]
    public long? ViewerSessionVersion { get; set; }

    /// <summary>The sites whose pages can play the channel, such as https://example.com or https://*.example.com.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [WarnAboutScheme]
    [ListTransformation]
    public string?[]? AllowedOrigin { get; set; }

    /// <summary>
    /// True if the service must reject requests from sites that are not in AllowedOrigin. A token with this setting can have at
    /// most five origins.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter StrictOrigin { get; set; }

    /// <summary>True if the token can be used only once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter SingleUse { get; set; }

    /// <summary>The UUID of a single-use token. By default, the cmdlet generates the UUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SingleUseUuid { get; set; }

    /// <summary>SD, HD or FULL_HD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [KnownValues(typeof(ViewerTokenRules), nameof(ViewerTokenRules.Resolutions))]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MaximumResolution { get; set; }

    /// <summary>True if the viewer does not see ads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter AdsOptOut { get; set; }

    /// <summary>The player parameters for AWS Elemental MediaTailor. The keys and values can have up to 1,000 bytes in total.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TagTransformation]
    public IDictionary? AdsPlayerParameter { get; set; }

    /// <summary>The name of a MediaTailor playback configuration in the ad configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AdsPlaybackConfigurationName { get; set; }

    /// <summary>CLIENT or SERVER.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [KnownValues(typeof(ViewerTokenRules), nameof(ViewerTokenRules.ReportingModes))]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? AdsReportingMode { get; set; }

    /// <summary>The target object of error records: the ID of the viewer or, without an ID, the ARN of the channel.</summary>
    private protected string? Viewer => Specified(ViewerId) ?? ChannelArn;

    /// <summary>True if the cmdlet must generate the UUID of a single-use token.</summary>
    private protected bool IsUuidOpen => Specified(SingleUseUuid) is null;

    private protected ViewerTokenClaims Claims() => new()
    {
        ChannelArn = ChannelArn ?? string.Empty,
        ExpiresAt = ExpiresAt ?? ViewerTokenClaims.ExpiryAfter(ExpiresIn ?? UsualLife),
        AllowedOrigins = [.. (AllowedOrigin ?? []).Select(origin => origin ?? string.Empty)],
        StrictOrigin = StrictOrigin,
        ViewerId = ViewerId ?? (IsNullSpecified(nameof(ViewerId)) ? string.Empty : null),
        ViewerSessionVersion = ViewerSessionVersion,
        SingleUseUuid = Specified(SingleUseUuid) ?? (SingleUse ? Guid.NewGuid().ToString() : null),
        MaximumResolution = Specified(MaximumResolution),
        AdsOptOut = AdsOptOut,
        AdsPlayerParameters = AdsPlayerParameter is { Count: > 0 } parameters ? TagSet.Texts(parameters) : null,
        AdsPlaybackConfigurationName = Specified(AdsPlaybackConfigurationName),
        AdsReportingMode = Specified(AdsReportingMode),
    };

    // Empty text in a CSV file means that the parameter is omitted.
    private static string? Specified(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // An empty value in the last column of a CSV file is null. A null viewer ID is an error, because a token without an ID
    // cannot be revoked.
    private bool IsNullSpecified(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var value) && value is null or "";
}
