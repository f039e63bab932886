using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts a value that a user wrote as an argument or in a CSV. In a CSV, every value is text, and a missing value is empty text.
/// </summary>
/// <remarks>
/// A value that cannot be converted causes an error whose target is the row. Without this attribute, PowerShell silently skips
/// a value that binds by property name and cannot be converted. For example, a token with an invalid session version would be
/// signed without a version.
/// </remarks>
internal abstract class CellTransformationAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        var value = PSValue.Unwrap(inputData);
        return Refuse(value) is { } why ? throw new ArgumentTransformationMetadataException(why) : Read(value);
    }

    /// <summary>Null for a valid value, otherwise an error message.</summary>
    protected abstract string? Refuse(object? value);

    /// <summary>Null if there is no value.</summary>
    protected abstract object? Read(object? value);
}
