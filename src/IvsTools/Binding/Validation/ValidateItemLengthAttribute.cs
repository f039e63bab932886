using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>
/// Checks the length of each list item. Like the service, this attribute measures Unicode code points. ValidateLength would measure
/// UTF-16 code units. It would also reject null, but null can mean that the parameter is omitted.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateItemLengthAttribute(int minimum, int maximum) : ValidateArgumentsAttribute
{
    public int Minimum { get; } = minimum;
    public int Maximum { get; } = maximum;

    /// <summary>The error message for null and for an empty item. If this property is not set, null is accepted.</summary>
    public string? MissingMessage { get; init; }

    /// <summary>An example of a valid item, which the error message contains.</summary>
    public string Example { get; init; } = "viewer-1";

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is null && MissingMessage is not null)
            throw new ValidationMetadataException(MissingMessage);
        foreach (var item in arguments as IList ?? Array.Empty<object>())
        {
            var length = CodePoints.Count($"{item}");
            if (length < Minimum || length > Maximum)
            {
                throw new ValidationMetadataException(
                    length == 0 && MissingMessage is not null
                        ? MissingMessage
                        : $"{SafeText.Quote($"{item}")} has {length} characters instead of "
                            + $"{(Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}")}. Example: {Example}");
            }
        }
    }
}
