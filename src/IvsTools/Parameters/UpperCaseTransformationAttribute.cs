using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Lets people type a value of the API in either case, as ValidateSet does; the service knows upper case alone.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class UpperCaseTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RefuseSecretAttribute.Require(inputData);
        return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => text.ToUpperInvariant(),
            object[] many => many.Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => inputData,
        };
    }
}
