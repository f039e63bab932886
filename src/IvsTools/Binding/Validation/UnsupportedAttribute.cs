using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>Rejects every value of a parameter that scripts for AWS.Tools use, and names the replacement.</summary>
/// <param name="replacement">A sentence that names the replacement.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class UnsupportedAttribute(string replacement) : ValidateArgumentsAttribute
{
    public string Replacement { get; } = replacement;

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not (null or SwitchParameter { IsPresent: false }))
            throw new ValidationMetadataException($"This parameter of AWS.Tools is not supported. {Replacement}");
    }
}
