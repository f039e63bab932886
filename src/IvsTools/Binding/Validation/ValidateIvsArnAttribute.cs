using System.Collections;
using System.Globalization;
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

    private ArnRule Rule => ArnRule.Of(Kind);

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
        // If Import-Csv did not split a row into columns, PowerShell converts the row to text such as @{Arn;Name=…}.
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
        if (!Rule.IsMatch(arn))
        {
            var why = Kind == ArnKind.Channel && ArnRule.Of(ArnKind.StreamKey).IsMatch(arn)
                ? "is the ARN of a stream key. Use the channel's ARN from the ChannelArn property."
                : ResourceName.IsName(arn)
                ? $"is not the ARN of {Rule.Name}. To use a name, specify "
                    + $"({string.Format(CultureInfo.InvariantCulture, Rule.Lookup, Search(arn))}).Arn with the parentheses."
                : $"is not the ARN of {Rule.Name}. An Amazon IVS ARN has the partition aws, and is in lowercase up to the ID.";
            throw new ValidationMetadataException($"{SafeText.Quote(arn)} {why} Example: {Example}");
        }
    }

    // Without -ErrorAction Stop, a name that does not exist would become $null, which means that the parameter is omitted.
    private static string Search(string name) => $"{ArgumentText.Of(name)} -ErrorAction Stop";
}
