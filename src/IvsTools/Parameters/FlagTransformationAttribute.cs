using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Reads text as a switch: PowerShell would take every text for true, the word False among them, and null too.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class FlagTransformationAttribute : CellTransformationAttribute
{
    protected override string? Refuse(object? value) => value is string text && Flag(text) is null ? $"'{text}' is neither true nor false." : null;

    protected override object? Read(object? value) => value switch
    {
        null => new SwitchParameter(false),
        string text => new SwitchParameter(Flag(text)!.Value),
        _ => value,
    };

    private static bool? Flag(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" or "" => false,
        _ => null,
    };
}
