using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, numbers, and true or false as metadata. PowerShell would convert any other object to text that viewers cannot use,
/// such as System.Collections.Hashtable.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class MetadataTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSValue.Unwrap(inputData);
        if (value is null or string or decimal || value.GetType().IsPrimitive)
            return inputData;
        var message =
            $"Metadata must be text, not {value.GetType().Name}. For an object, use ConvertTo-Json -Compress. "
                + "For a file, use Get-Content -Raw.";
        // PowerShell treats the inner exception as "does not bind by value", so a row or another object binds by property name.
        throw PSObject.AsPSObject(inputData).Properties["Metadata"] is null
            ? new ArgumentTransformationMetadataException(message)
            : new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
