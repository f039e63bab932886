using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, numbers and Boolean values as metadata. PowerShell would convert other objects to useless text, such as
/// System.Collections.Hashtable.
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
        // The inner exception makes PowerShell bind the properties of the object by name. If the object does not have a Metadata
        // property, PowerShell must show the message instead.
        throw PSObject.AsPSObject(inputData).Properties["Metadata"] is null
            ? new ArgumentTransformationMetadataException(message)
            : new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
