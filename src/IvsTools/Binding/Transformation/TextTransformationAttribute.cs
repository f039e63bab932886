using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, or null if the parameter is omitted. Rows are rejected, because PowerShell would convert them to the text
/// @{…} instead of binding their columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        if (inputData is not PSObject { BaseObject: PSCustomObject })
            return inputData;
        const string message = "The value must be text, not an object.";
        // Because of the inner exception, PowerShell does not bind the value, and tries the property name.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
