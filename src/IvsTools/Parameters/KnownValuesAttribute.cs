using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>The values of a parameter in the API model of this module. Not case-sensitive. An empty cell of a CSV means no value.</summary>
/// <remarks>
/// ValidateSet would reject a value that the service has added since, and the empty cell of a row.
/// For other values, IvsChangeCommand.Given writes a warning. They are sent.
/// </remarks>
/// <param name="values">The values, as the API spells them.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class KnownValuesAttribute(params string[] values) : ArgumentTransformationAttribute
{
    public IReadOnlyList<string> Values { get; } = values;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RefuseSecretAttribute.Require(inputData);
        return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string { Length: 0 } => null,
            string text => text.ToUpperInvariant(),
            object[] many => many.Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };
    }
}
