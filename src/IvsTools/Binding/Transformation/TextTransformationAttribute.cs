using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, and null for an omitted parameter. A row is not accepted:
/// PowerShell would convert it to the text @{…}, and its columns would not bind.
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
        // PowerShell treats the inner exception as "does not bind by value".
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
