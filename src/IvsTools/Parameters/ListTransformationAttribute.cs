using System.Collections;
using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Takes the cell of a CSV apart, where one cell holds a list: DE,FR. What is listed never holds a comma or a blank itself.</summary>
/// <remarks>An empty cell stays what it is, for the validation to refuse: an empty list would lift the restriction.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ListTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [',', ';', ' '];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RefuseSecretAttribute.Require(inputData);
        return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string { Length: > 0 } cell => Split(cell),
            IList items => items.Cast<object?>().SelectMany(item => item?.ToString() is { Length: > 0 } text ? Split(text) : [string.Empty]).ToArray(),
            _ => inputData,
        };
    }

    private static string[] Split(string cell) => cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
