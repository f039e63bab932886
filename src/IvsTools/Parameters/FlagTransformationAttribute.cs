using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Reads text as a switch: PowerShell would take every text for true, the word False among them, and null too.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class FlagTransformationAttribute : TrueOrFalseTransformationAttribute
{
    protected override object? Read(object? value) => base.Read(value) switch
    {
        null => new SwitchParameter(false),
        bool flag => new SwitchParameter(flag),
        var other => other,
    };
}
