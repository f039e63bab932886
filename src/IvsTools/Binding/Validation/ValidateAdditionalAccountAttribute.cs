using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Checks a hashtable that maps access key IDs to account IDs.</summary>
internal sealed class ValidateAdditionalAccountAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (DictionaryEntry entry in (IDictionary)arguments)
        {
            if (entry.Key is not string { Length: > 0 } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                throw new ValidationMetadataException(
                    $"{SafeText.Quote(entry.Key.ToString())} is not an access key ID, which contains only letters, digits and '_'.");
            }
            if (entry.Value?.ToString() is not { Length: 12 } account || !account.All(char.IsAsciiDigit))
                throw new ValidationMetadataException($"The account ID of {SafeText.Quote(id)} must be a string of 12 digits.");
        }
    }
}
