using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Binding.Transformation;

/// <summary>The values of a parameter in the API model of this module. Not case-sensitive. An empty cell of a CSV means no value.</summary>
/// <remarks>
/// ValidateSet would reject a value that the service adds later, and the empty cell of a row.
/// For a value that is not in the API model, InputCheck returns a warning, and the value is sent.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class KnownValuesAttribute : ArgumentTransformationAttribute
{
    private readonly string? _shape;
    private readonly string[]? _values;

    /// <param name="shape">The enumeration in the API data.</param>
    public KnownValuesAttribute(string shape) => _shape = shape;

    /// <param name="values">The values, if the API data does not contain them.</param>
    public KnownValuesAttribute(string[] values) => _values = values;

    public IReadOnlyList<string> Values => _values ?? ApiModel.Instance.Shapes[_shape!].Values!;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        return PSValue.Unwrap(inputData) switch
        {
            string { Length: 0 } => null,
            string text => text.ToUpperInvariant(),
            object[] many => many.Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };
    }
}
