using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>
/// Rejects empty text. ValidateNotNullOrEmpty would also reject null, but null means that the parameter is omitted.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateNotEmptyAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string { Length: 0 })
            throw new ValidationMetadataException("The value is empty. Specify a value, or omit the parameter.");
    }
}
