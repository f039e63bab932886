using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Replaces a secret with a description such as "stream key", so that the secret does not appear in the error messages of
/// parameters that accept objects.
/// </summary>
/// <remarks>
/// This attribute is for parameters to which PowerShell tries to bind every pipeline input. For each input that is a secret,
/// <see cref="RejectSecretAttribute"/> would throw an exception, which makes the binding several times slower.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class HideSecretAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PSValue.Unwrap(inputData) is string text && SafeText.HoldsSecret(text) ? SafeText.Quote(text) : inputData;
}
