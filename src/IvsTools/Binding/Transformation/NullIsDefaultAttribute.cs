using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Replaces null with the parameter's default. Otherwise, PowerShell would convert null to 0, or a validation attribute would
/// reject null.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class NullIsDefaultAttribute(object value) : ArgumentTransformationAttribute
{
    public object Value { get; } = value;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData ?? Value;
}
