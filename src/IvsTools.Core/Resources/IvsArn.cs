using System.Text.RegularExpressions;

namespace IvsTools;

/// <summary>The ARN formats of Amazon IVS.</summary>
/// <remarks>
/// ARNs start with <c>arn:aws:ivs:</c> in the API model, but with <c>arn:aws:[is]vs:</c> in the API reference. The patterns accept
/// both. The patterns use <c>\A</c> and <c>\z</c>, because <c>$</c> would accept a final line feed.
/// </remarks>
internal static partial class IvsArn
{
    /// <summary>The maximum length of an ARN.</summary>
    public const int MaximumLength = 128;

    /// <summary>The pattern for a channel ARN.</summary>
    public const string ChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for a stream key ARN.</summary>
    public const string StreamKeyPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for the ARN of a stream key or a channel.</summary>
    public const string StreamKeyOrChannelPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:(?:stream-key|channel)/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for a playback key pair ARN.</summary>
    public const string PlaybackKeyPairPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-key/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for an ad configuration ARN.</summary>
    public const string AdConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for a playback restriction policy ARN.</summary>
    public const string PlaybackRestrictionPolicyPattern =
        @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for a recording configuration ARN.</summary>
    public const string RecordingConfigurationPattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+\z";

    /// <summary>The pattern for the ARN of any IVS resource.</summary>
    /// <remarks>The published pattern for ResourceArn ends with <c>[a-z-]/…</c>, which does not match any real ARN.</remarks>
    public const string ResourcePattern = @"\Aarn:aws:[is]vs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+\z";

    /// <summary>Returns the Region in an ARN, or null if the text is not an IVS ARN.</summary>
    public static string? RegionOf(string? arn) => Part(arn, "region");

    /// <summary>Returns the account in an ARN, or null if the text is not an IVS ARN.</summary>
    public static string? AccountOf(string? arn) => Part(arn, "account");

    /// <summary>Returns the ID at the end of an ARN, or null if the text is not an IVS ARN.</summary>
    public static string? IdOf(string? arn) => Part(arn, "id");

    private static string? Part(string? arn, string group) =>
        arn is not null && Parts().Match(arn) is { Success: true } match ? match.Groups[group].Value : null;

    [GeneratedRegex(
        @"\Aarn:aws:[is]vs:(?<region>[a-z0-9-]+):(?<account>[0-9]+):[a-z-]+/(?<id>[a-zA-Z0-9-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
