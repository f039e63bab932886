using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Reads the token from a CSV row, or from the output of New-IvsViewerToken.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TokenTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        ViewerToken token => token.Token,
        PSObject { BaseObject: ViewerToken token } => token.Token,
        PSObject { BaseObject: PSCustomObject } row when row.Properties["Token"]?.Value is string token => token,
        _ => inputData,
    };
}
