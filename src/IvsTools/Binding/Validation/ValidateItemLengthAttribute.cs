using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>
/// Checks the length of each item in a list in Unicode code points, as the service does. ValidateLength would measure UTF-16 code
/// units, and reject null, which means that the parameter is omitted.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateItemLengthAttribute(int minimum, int maximum) : ValidateArgumentsAttribute
{
    public int Minimum { get; } = minimum;
    public int Maximum { get; } = maximum;

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (var item in arguments as IList ?? Array.Empty<object>())
        {
            var length = $"{item}".EnumerateRunes().Count();
            if (length < Minimum || length > Maximum)
            {
                throw new ValidationMetadataException(
                    $"An item has {length} characters instead of {(Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}")}.");
            }
        }
    }
}
