using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>0 or more, or nothing: ValidateRange refuses the null that an object's empty property binds.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateNotNegativeAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is int and < 0)
            throw new ValidationMetadataException($"{arguments} is less than 0.");
    }
}
