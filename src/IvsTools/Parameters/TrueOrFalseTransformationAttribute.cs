using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>
/// Reads the cells of a CSV as true or false. PowerShell turns no text into a bool, and by property name that is no error:
/// the cell would be left out without a word, and a channel that was to be private would be public.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TrueOrFalseTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text ? inputData : text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            // An empty cell sets nothing.
            "" => null,
            _ => throw new ArgumentTransformationMetadataException($"'{text}' is neither true nor false."),
        };
}
