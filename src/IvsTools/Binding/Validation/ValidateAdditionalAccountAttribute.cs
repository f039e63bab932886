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
            var id = entry.Key as string;
            ValidateAccessKeyAttribute.Require(id, entry.Key.ToString());
            if (entry.Value?.ToString() is not { Length: 12 } account || !account.All(char.IsAsciiDigit))
                throw new ValidationMetadataException($"The account ID of {SafeText.Quote(id)} must be a string of 12 digits.");
        }
    }
}
