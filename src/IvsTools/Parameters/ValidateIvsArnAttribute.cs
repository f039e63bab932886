using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>Says in words what an ARN must be. Stands before ValidateLength and ValidatePattern, whose messages quote an expression.</summary>
/// <remarks>PowerShell runs validations in their order, and ValidatePattern.ErrorMessage is not in PowerShellStandard.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsArnAttribute(string pattern, string kind, string example) : ValidateEnumeratedArgumentsAttribute
{
    public string Pattern { get; } = pattern;
    public string Kind { get; } = kind;
    public string Example { get; } = example;

    /// <summary>True where an empty ARN means none.</summary>
    public bool OrNone { get; init; }

    protected override void ValidateElement(object element)
    {
        var arn = element as string ?? LanguagePrimitives.ConvertTo<string>(element);
        if (OrNone && arn.Length == 0)
            return;
        if (arn.Length is 0 or > IvsArn.MaximumLength)
            throw new ValidationMetadataException($"The ARN has {arn.Length} characters. It must have 1 to {IvsArn.MaximumLength}. Example: {Example}");
        if (!Regex.IsMatch(arn, Pattern, RegexOptions.CultureInvariant))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(arn)} is not the ARN of a {Kind}. It must be in lowercase up to the ID, in the partition aws, without other text. Example: {Example}");
        }
    }
}
