using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Checks the pattern and length of a stream ID. Null means that the parameter is omitted.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateStreamIdAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string id && !Regex.IsMatch(id, @"\Ast-[a-zA-Z0-9]{23}\z", RegexOptions.CultureInvariant))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(id)} is not the ID of a stream. A stream ID has 26 characters and starts with st-. "
                    + "Example: st-1A2b3C4d5E6f7G8h9I0jKlM");
        }
    }
}
