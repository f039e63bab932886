using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts an argument or a value from a CSV file. In a CSV file, every value is text, and a missing value is empty text.
/// </summary>
/// <remarks>
/// An invalid value causes an error whose target object is the row. Without this attribute, PowerShell would silently skip an
/// invalid value that binds by property name. For example, a token would be signed without a session version.
/// </remarks>
internal abstract class CellTransformationAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        // An empty database field means that the parameter is omitted.
        var value = PSValue.Unwrap(inputData) is var unwrapped and not DBNull ? unwrapped : null;
        return Reject(value) is { } why ? throw new ArgumentTransformationMetadataException(why) : Read(value);
    }

    /// <summary>Returns an error message, or null if the value is valid.</summary>
    protected abstract string? Reject(object? value);

    /// <summary>Converts the value. Returns null if there is no value.</summary>
    protected abstract object? Read(object? value);
}
