using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Replaces null with the default of the parameter, as if the parameter were omitted.
/// PowerShell would convert null to 0, and its validation attributes reject null.
/// </summary>
/// <param name="value">The default.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class NullIsDefaultAttribute(object value) : ArgumentTransformationAttribute
{
    public object Value { get; } = value;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData ?? Value;
}
