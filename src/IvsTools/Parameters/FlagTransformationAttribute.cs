using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Reads the cells of a CSV as a switch: PowerShell would take every text for true, the word False among them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class FlagTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text ? inputData : text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => new SwitchParameter(true),
            "FALSE" or "NO" or "0" or "" => new SwitchParameter(false),
            _ => throw new ArgumentTransformationMetadataException($"'{text}' is neither true nor false."),
        };
}
