using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Accepts all forms of public keys that <see cref="PublicKeySource"/> supports.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PublicKeyTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PublicKeySource.From(inputData) is { Length: > 0 } sources ? sources : throw new ArgumentTransformationMetadataException(
            "A public key must be PEM text, a file, or the output of New-IvsPlaybackKeyPair. For a path, use -PublicKeyPath.");
}
