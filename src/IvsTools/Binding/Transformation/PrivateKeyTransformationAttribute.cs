using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts all forms of private keys that <see cref="PrivateKeySource"/> supports. The error message does not contain the
/// key.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PrivateKeyTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PrivateKeySource.From(inputData) ?? throw new ArgumentTransformationMetadataException(
            "A private key must be PEM text, a SecureString with PEM text, bytes, or an X509Certificate2. "
                + "For a file, use -PrivateKeyPath.");
}
