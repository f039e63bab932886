using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Splits text that contains a list, such as DE,FR. An item cannot contain a comma or a space.</summary>
/// <remarks>
/// Empty text in a cell of a CSV file means that the parameter is omitted. On the command line, empty text is an error, because it would
/// allow all countries or origins. For the same reason, text with only separators is always an error. To allow all of them, users
/// specify an empty list.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ListTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>The list for empty text. It is a different object than the list for an empty array.</summary>
    public static readonly string[] EmptyText = (string[])Array.CreateInstance(typeof(string), 0);

    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>True if the values are uppercase in the API.</summary>
    public bool UpperCase { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        TextTransformationAttribute.Require(inputData);
        return PSValue.Unwrap(inputData) switch
        {
            string { Length: 0 } => EmptyText,
            string cell => Split(cell),
            IEnumerable items =>
                items.Cast<object?>().SelectMany(item => item?.ToString() is { Length: > 0 } text ? Split(text) : [string.Empty]).ToArray(),
            _ => inputData,
        };
    }

    private string[] Split(string cell)
    {
        var items = (UpperCase ? cell.ToUpperInvariant() : cell).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return items.Length > 0
            ? items
            : throw new ArgumentTransformationMetadataException(
                "The text contains only spaces or separators. Specify a value. To allow everything, use @().");
    }
}
