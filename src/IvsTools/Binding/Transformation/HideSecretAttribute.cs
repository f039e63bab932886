using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Replaces a key, a stream key or a token with the name of its type. A parameter for objects then rejects the text without showing a
/// secret.
/// </summary>
/// <remarks>
/// Used for parameters that bind each input of a pipeline. There, an exception per line, as in
/// <see cref="ValidateNotSecretAttribute"/>, would take several times as long as the rest of the binding.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class HideSecretAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PSValue.Unwrap(inputData) is string text && SafeText.HoldsSecret(text) ? SafeText.Quote(text) : inputData;
}
