using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, numbers and similar values, and null, which means that the parameter is omitted. Rows and other objects are
/// rejected, because PowerShell would convert them to useless text instead of binding their columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        // PowerShell rejects a list if the type of the parameter is string. Otherwise, PowerShell converts each item to text.
        if (PSValue.Unwrap(inputData) is null or string or IConvertible or IFormattable or FileSystemInfo or IList)
            return inputData;
        const string message = "The value must be text, not an object.";
        // Because of the inner exception, PowerShell tries to bind the properties of the object by name.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
