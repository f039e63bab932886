using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts a PSCredential or an AWS.Tools object. If the value is an access key ID, prompts for the secret access key.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class AwsCredentialTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        var value = PSValue.Unwrap(inputData);
        try
        {
            return value switch
            {
                null => value,
                AwsCredential credential => credential.WithKeys(),
                PSCredential user => new AwsCredential(user),
                string => new AwsCredential((PSCredential)new CredentialAttribute().Transform(engineIntrinsics, value)),
                _ => new AwsCredential(value).WithKeys(),
            };
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentTransformationMetadataException(
                $"The value is not a PSCredential or a usable credential of AWS.Tools: {e.Message}", e);
        }
    }
}
