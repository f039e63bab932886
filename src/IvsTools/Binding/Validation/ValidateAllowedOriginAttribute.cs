using System.Management.Automation;
using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Binding.Validation;

/// <summary>An origin as a browser sends it, or * for all.</summary>
internal sealed class ValidateAllowedOriginAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (element is not string origin || (origin != "*" && PageOrigin.Of(origin) != origin))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(element?.ToString())} is not an origin such as https://studio.example or http://localhost:5173, "
                    + "and not *.");
        }
    }
}
