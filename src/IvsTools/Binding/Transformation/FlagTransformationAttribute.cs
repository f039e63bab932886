using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Converts text to a switch. PowerShell would convert null and any text to true, even the text False.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class FlagTransformationAttribute : TrueOrFalseTransformationAttribute
{
    protected override object? Read(object? value) => new SwitchParameter(base.Read(value) is true);
}
