using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Checks the pattern and length of an ARN.</summary>
/// <remarks>
/// ValidatePattern would show the regular expression in the error message, because PowerShellStandard does not include the
/// ErrorMessage property.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsArnAttribute(ArnKind kind) : ValidateArgumentsAttribute
{
    public ArnKind Kind { get; } = kind;

    /// <summary>True if the parameter also accepts names and patterns.</summary>
    public bool OrName { get; init; }

    /// <summary>True if the parameter accepts empty text, which means no resource.</summary>
    public bool OrNone { get; init; }

    private string Example => $"arn:aws:ivs:us-west-2:123456789012:{Rule.ExampleId}";

    private (string Pattern, string Name, string ExampleId) Rule => Kind switch
    {
        ArnKind.Channel => (IvsArn.ChannelPattern, "a channel", "channel/abcdABCDefgh"),
        ArnKind.StreamKey => (IvsArn.StreamKeyPattern, "a stream key", "stream-key/g1H2I3j4k5L6"),
        ArnKind.StreamKeyOrChannel => (IvsArn.StreamKeyOrChannelPattern, "a stream key or a channel", "stream-key/g1H2I3j4k5L6"),
        ArnKind.PlaybackKeyPair => (IvsArn.PlaybackKeyPairPattern, "a playback key pair", "playback-key/abcdABCDefgh"),
        ArnKind.PlaybackRestrictionPolicy =>
            (IvsArn.PlaybackRestrictionPolicyPattern, "a playback restriction policy", "playback-restriction-policy/abcdABCDefgh"),
        ArnKind.RecordingConfiguration =>
            (IvsArn.RecordingConfigurationPattern, "a recording configuration", "recording-configuration/abcdABCDefgh"),
        ArnKind.AdConfiguration => (IvsArn.AdConfigurationPattern, "an ad configuration", "ad-configuration/abcdABCDefgh"),
        _ => (IvsArn.ResourcePattern, "a resource", "channel/abcdABCDefgh"),
    };

    // The cmdlet that finds a resource by its name, or null.
    private string? Getter => Kind switch
    {
        ArnKind.Channel or ArnKind.StreamKeyOrChannel => "Get-IvsChannel",
        ArnKind.PlaybackKeyPair => "Get-IvsPlaybackKeyPair",
        ArnKind.PlaybackRestrictionPolicy => "Get-IvsPlaybackRestrictionPolicy",
        ArnKind.RecordingConfiguration => "Get-IvsRecordingConfiguration",
        ArnKind.AdConfiguration => "Get-IvsAdConfiguration",
        _ => null,
    };

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        // Null means that the parameter is omitted. If the parameter is mandatory, PowerShell itself rejects null.
        if (arguments is null)
            return;
        foreach (var argument in arguments is IList many ? many : new[] { arguments })
            Validate(LanguagePrimitives.ConvertTo<string>(argument) ?? string.Empty);
    }

    private void Validate(string arn)
    {
        if ((OrNone && arn.Length == 0) || (OrName && ResourceName.IsName(arn)))
            return;
        // PowerShell converts a row that Import-Csv did not split to text such as @{Arn;Name=…}.
        if (Regex.IsMatch(arn, @"\A@\{[^=]*[;\t]", RegexOptions.CultureInvariant))
        {
            throw new ValidationMetadataException(
                "The input is a row that is not split into columns. Use Import-Csv with -Delimiter, such as -Delimiter ';'.");
        }
        if (arn.StartsWith("@{", StringComparison.Ordinal))
        {
            throw new ValidationMetadataException(
                $"The input does not have a property, such as Arn, that contains the ARN of {Rule.Name}. Example: {Example}");
        }
        // The message does not show the URL, because a playback URL can contain a token.
        if (arn.Contains("://", StringComparison.Ordinal))
            throw new ValidationMetadataException($"The value is a URL, not the ARN of {Rule.Name}. Example: {Example}");
        if (arn.Length is 0 or > IvsArn.MaximumLength)
        {
            throw new ValidationMetadataException(
                $"The ARN has {arn.Length} characters. An ARN must have 1 to {IvsArn.MaximumLength} characters. Example: {Example}");
        }
        if (!Regex.IsMatch(arn, Rule.Pattern, RegexOptions.CultureInvariant))
        {
            var why = Kind == ArnKind.Channel && Regex.IsMatch(arn, IvsArn.StreamKeyPattern, RegexOptions.CultureInvariant)
                ? "is the ARN of a stream key. Use the channel's ARN from the ChannelArn property."
                : Getter is { } getter && ResourceName.IsName(arn)
                ? $"is not the ARN of {Rule.Name}. To use a name, pipe the output of {getter} to the cmdlet: {getter} {arn} | …"
                : $"is not the ARN of {Rule.Name}. An Amazon IVS ARN has the partition aws, and is in lowercase up to the ID.";
            throw new ValidationMetadataException($"{SafeText.Quote(arn)} {why} Example: {Example}");
        }
    }
}
