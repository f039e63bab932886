using System.Management.Automation;
using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Binding.Validation;

/// <summary>Accepts an origin in the form that browsers send, or * for all origins.</summary>
internal sealed class ValidateAllowedOriginAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (element is not string origin || (origin != "*" && PageOrigin.Of(origin) != origin))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(element?.ToString())} is neither an origin, such as https://studio.example or http://localhost:5173, "
                    + "nor *.");
        }
    }
}
