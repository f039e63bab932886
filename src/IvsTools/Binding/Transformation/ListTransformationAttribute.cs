using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Splits a CSV cell that contains a list, such as DE,FR. An item never contains a comma or a space.</summary>
/// <remarks>An empty cell means no list. An empty list would remove the restriction.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ListTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>True for values that are uppercase in the API.</summary>
    public bool UpperCase { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        return PSValue.Unwrap(inputData) switch
        {
            string { Length: 0 } => null,
            string cell => Split(cell),
            IList items =>
                items.Cast<object?>().SelectMany(item => item?.ToString() is { Length: > 0 } text ? Split(text) : [string.Empty]).ToArray(),
            _ => inputData,
        };
    }

    private string[] Split(string cell) =>
        (UpperCase ? cell.ToUpperInvariant() : cell).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
