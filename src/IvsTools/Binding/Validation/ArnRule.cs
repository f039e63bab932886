using System.Text.RegularExpressions;

namespace IvsTools.Binding.Validation;

/// <summary>The ARNs that a parameter accepts.</summary>
/// <param name="Kind">The accepted resource types.</param>
/// <param name="Pattern">The pattern of the ARNs.</param>
/// <param name="Name">The name of the resource type with its article.</param>
/// <param name="ExampleId">The last part of an example ARN.</param>
/// <param name="Lookup">The command that finds the resource with the name {0}.</param>
internal sealed record ArnRule(ArnKind Kind, string Pattern, string Name, string ExampleId, string Lookup)
{
    private static readonly ArnRule[] All =
    [
        new(ArnKind.Channel, IvsArn.ChannelPattern, "a channel", "channel/abcdABCDefgh", "Get-IvsChannel {0}"),
        new(
            ArnKind.StreamKey,
            IvsArn.StreamKeyPattern,
            "a stream key",
            "stream-key/g1H2I3j4k5L6",
            "Get-IvsChannel {0} | Get-IvsStreamKey"),
        new(
            ArnKind.PlaybackKeyPair,
            IvsArn.PlaybackKeyPairPattern,
            "a playback key pair",
            "playback-key/abcdABCDefgh",
            "Get-IvsPlaybackKeyPair {0}"),
        new(
            ArnKind.PlaybackRestrictionPolicy,
            IvsArn.PlaybackRestrictionPolicyPattern,
            "a playback restriction policy",
            "playback-restriction-policy/abcdABCDefgh",
            "Get-IvsPlaybackRestrictionPolicy {0}"),
        new(
            ArnKind.RecordingConfiguration,
            IvsArn.RecordingConfigurationPattern,
            "a recording configuration",
            "recording-configuration/abcdABCDefgh",
            "Get-IvsRecordingConfiguration {0}"),
        new(
            ArnKind.AdConfiguration,
            IvsArn.AdConfigurationPattern,
            "an ad configuration",
            "ad-configuration/abcdABCDefgh",
            "Get-IvsAdConfiguration {0}"),
        new(
            ArnKind.StreamKeyOrChannel,
            IvsArn.StreamKeyOrChannelPattern,
            "a stream key or a channel",
            "stream-key/g1H2I3j4k5L6",
            "Get-IvsChannel {0}"),
        new(ArnKind.Resource, IvsArn.ResourcePattern, "a resource", "channel/abcdABCDefgh", "Get-IvsChannel {0}"),
    ];

    public static ArnRule Of(ArnKind kind) => Array.Find(All, rule => rule.Kind == kind)!;

    /// <summary>Returns the rule for the resource type of an ARN, or null if the text is not an IVS ARN.</summary>
    public static ArnRule? OfArn(string arn) => Array.Find(All, rule => rule.IsMatch(arn));

    public bool IsMatch(string arn) => Regex.IsMatch(arn, Pattern, RegexOptions.CultureInvariant);
}
