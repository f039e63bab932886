using System.Text.RegularExpressions;

namespace IvsTools;

/// <summary>The ARN formats of Amazon IVS: 1 to 128 characters, lowercase partition and service, and the resource type.</summary>
/// <remarks>
/// The API model specifies <c>arn:aws:ivs:</c>, and the API reference specifies <c>arn:aws:[is]vs:</c>. Both formats are accepted.
/// Patterns are anchored with <c>\A…\z</c>, because <c>$</c> would accept a final line feed.
/// </remarks>
public static partial class IvsArn
{
    /// <summary>The maximum length of an ARN.</summary>
    public const int MaximumLength = 128;

    /// <summary>The ARN of a channel.</summary>
    public const string ChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a stream key.</summary>
    public const string StreamKeyPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a stream key, or of its channel.</summary>
    public const string StreamKeyOrChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:(?:stream-key|channel)/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a playback key pair.</summary>
    public const string PlaybackKeyPairPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-key/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of an ad configuration.</summary>
    public const string AdConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a playback restriction policy.</summary>
    public const string PlaybackRestrictionPolicyPattern =
        @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+\z";

    /// <summary>The ARN of a recording configuration.</summary>
    public const string RecordingConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>
    /// The ARN of any IVS resource. The published pattern of ResourceArn ends in <c>[a-z-]/…</c>, which does not match any real ARN.
    /// </summary>
    public const string ResourcePattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+\z";

    /// <summary>The Region in an ARN. Null if the text is not an IVS ARN.</summary>
    public static string? RegionOf(string? arn) => Part(arn, "region");

    /// <summary>The account in an ARN. Null if the text is not an IVS ARN.</summary>
    public static string? AccountOf(string? arn) => Part(arn, "account");

    /// <summary>The ID at the end of an ARN. Null if the text is not an IVS ARN.</summary>
    public static string? IdOf(string? arn) => Part(arn, "id");

    private static string? Part(string? arn, string group) =>
        arn is not null && Parts().Match(arn) is { Success: true } match ? match.Groups[group].Value : null;

    [GeneratedRegex(
        @"\Aarn:aws:[is]vs:(?<region>[a-z0-9-]+):(?<account>[0-9]+):[a-z-]+/(?<id>[a-zA-Z0-9-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
