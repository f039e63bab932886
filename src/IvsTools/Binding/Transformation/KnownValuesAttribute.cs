using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>Specifies the known values of a parameter. Empty text means that the parameter is omitted.</summary>
/// <remarks>
/// ValidateSet would reject empty text, and also values that the service adds later. This attribute accepts unknown values. If the
/// values are from the API data, unknown values cause a warning.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class KnownValuesAttribute : ArgumentTransformationAttribute, IValueWarning
{
    private readonly Func<IReadOnlyList<string>> _values;
    private readonly bool _isSentIfUnknown;

    /// <param name="shape">The name of the enumeration in the API data.</param>
    public KnownValuesAttribute(string shape) =>
        (_values, _isSentIfUnknown) = (() => ApiModel.Instance.Shapes[shape].Values!, true);

    /// <param name="type">The class that contains the values, if they are not in the API data. Other values are rejected.</param>
    /// <param name="field">The name of the static field that contains the values.</param>
    public KnownValuesAttribute(Type type, string field) => _values = () => (IReadOnlyList<string>)type.GetField(field)!.GetValue(null)!;

    public IReadOnlyList<string> Values => _values();

    public string? Warning(string parameter, string value) => _isSentIfUnknown && !Values.Contains(value)
        ? $"The value {SafeText.Quote(value)} of -{parameter} is not known to this version of the module and is sent as it is. "
            + $"Known values: {string.Join(", ", Values)}."
        : null;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        return PSValue.Unwrap(inputData) switch
        {
            "" or DBNull => null,
            string text => text.ToUpperInvariant(),
            object[] many => many.Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };
    }
}
