using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Checks the pattern and length of a name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsNameAttribute : ValidateArgumentsAttribute
{
    public const int MaximumLength = 128;
    public const string Pattern = @"\A[a-zA-Z0-9-_]*\z";

    /// <summary>True if the name must not be empty.</summary>
    public bool Required { get; init; }

    /// <summary>True if the parameter selects channels by name.</summary>
    /// <remarks>The error message for a name with wildcards then explains how to use wildcards.</remarks>
    public bool IsChannelFilter { get; init; }

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var name = LanguagePrimitives.ConvertTo<string>(arguments) ?? string.Empty;
        if (Required && name.Length == 0)
        {
            throw new ValidationMetadataException(
                $"The name is empty. A name must have 1 to {MaximumLength} characters. Example: prod-2026");
        }
        if (name.Length > MaximumLength)
        {
            throw new ValidationMetadataException(
                $"The name has {name.Length} characters. The maximum is {MaximumLength} characters. Example: prod-2026");
        }
        if (IsChannelFilter && WildcardPattern.ContainsWildcardCharacters(name) && ResourceName.IsName(name))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(name)} contains wildcards, but -FilterByName accepts only an exact name. "
                    + $"To use wildcards, run: Get-IvsChannel {name}");
        }
        // The pattern does not exclude stream keys, which contain only characters that are valid in a name.
        if (SafeText.HoldsSecret(name) || !Regex.IsMatch(name, Pattern, RegexOptions.CultureInvariant))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(name)} is not a valid name. Only the letters a to z and A to Z, digits, '-' and '_' are allowed. "
                    + "Example: prod-2026");
        }
    }
}
