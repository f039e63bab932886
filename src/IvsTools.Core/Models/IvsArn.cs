using System.Text.RegularExpressions;

namespace IvsTools;

/// <summary>The ARN forms of Amazon IVS: 1 to 128 characters, lower-case partition and service, resource type by kind.</summary>
/// <remarks>
/// The API model says <c>arn:aws:ivs:</c> and the published pages <c>arn:aws:[is]vs:</c>; both are accepted.
/// Patterns are anchored with <c>\A…\z</c>: <c>$</c> would let a last line feed through.
/// </remarks>
public static partial class IvsArn
{
    /// <summary>The longest ARN that the service takes.</summary>
    public const int MaximumLength = 128;

    /// <summary>A channel's ARN.</summary>
    public const string ChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+\z";

    /// <summary>A stream key's ARN.</summary>
    public const string StreamKeyPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+\z";

    /// <summary>A stream key's ARN, or that of its channel.</summary>
    public const string StreamKeyOrChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:(?:stream-key|channel)/[a-zA-Z0-9-]+\z";

    /// <summary>A playback key pair's ARN.</summary>
    public const string PlaybackKeyPairPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-key/[a-zA-Z0-9-]+\z";

    /// <summary>An ad configuration's ARN.</summary>
    public const string AdConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>A playback restriction policy's ARN.</summary>
    public const string PlaybackRestrictionPolicyPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+\z";

    /// <summary>A recording configuration's ARN.</summary>
    public const string RecordingConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a playback configuration of AWS Elemental MediaTailor.</summary>
    public const string MediaTailorPattern = @"\Aarn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration/[a-zA-Z0-9-]+\z";

    /// <summary>Any IVS resource's ARN. The published pattern of ResourceArn ends in <c>[a-z-]/…</c>, which no real ARN fits.</summary>
    public const string ResourcePattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+\z";

    /// <summary>The Region in an ARN, or null if it is no IVS ARN.</summary>
    public static string? RegionOf(string? arn) => Part(arn, "region");

    /// <summary>The account in an ARN, or null if it is no IVS ARN.</summary>
    public static string? AccountOf(string? arn) => Part(arn, "account");

    private static string? Part(string? arn, string group) =>
        arn is not null && Parts().Match(arn) is { Success: true } match ? match.Groups[group].Value : null;

    [GeneratedRegex(@"\Aarn:aws:[is]vs:(?<region>[a-z0-9-]+):(?<account>[0-9]+):[a-z-]+/[a-zA-Z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
