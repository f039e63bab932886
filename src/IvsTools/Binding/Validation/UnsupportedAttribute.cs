using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>Marks a parameter that AWS.Tools supports, but this module does not. A value for the parameter causes an error.</summary>
/// <param name="replacement">A sentence that recommends another parameter.</param>
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
