using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, values that PowerShell shows as text, such as numbers, or null if the parameter is omitted. Rows and other objects are
/// rejected, because PowerShell would convert them to the text @{…} or to the name of their type instead of binding their columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        // A list is converted or rejected item by item.
        if (PSValue.Unwrap(inputData) is null or string or IConvertible or IFormattable or FileSystemInfo or IList)
            return inputData;
        const string message = "The value must be text, not an object.";
        // Because of the inner exception, PowerShell does not bind the value, and tries the property name.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
