using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Replaces a secret with a description such as "stream key". The error messages of parameters that accept objects then do not
/// show the secret.
/// </summary>
/// <remarks>
/// Parameters that bind pipeline input use this attribute. <see cref="ValidateNotSecretAttribute"/> throws exceptions, which
/// make the binding several times slower.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class HideSecretAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PSValue.Unwrap(inputData) is string text && SafeText.HoldsSecret(text) ? SafeText.Quote(text) : inputData;
}
