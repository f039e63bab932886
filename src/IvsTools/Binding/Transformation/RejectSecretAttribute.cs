using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>Rejects a private key, stream key or token, which PowerShell would otherwise show in an error message.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class RejectSecretAttribute : ArgumentTransformationAttribute
{
    /// <summary>The parameter that the error message recommends, because it accepts a key as text. Can be null.</summary>
    public string? Use { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        Require(inputData, Use);
        return inputData;
    }

    /// <exception cref="ArgumentTransformationMetadataException">
    /// The value is a secret. The message contains only the type of the secret.
    /// </exception>
    public static void Require(object? value, string? use = null)
    {
        switch (PSValue.Unwrap(value))
        {
            case string text when SafeText.HoldsSecret(text):
                var message = $"The value is {SafeText.Quote(text)}, which is not valid for this parameter. "
                    + "This message does not show the value, because it is a secret."
                    + (use is null ? string.Empty : $" To specify a key as text, use {use}.");
                // Because of the inner exception, PowerShell tries to bind the text to another parameter.
                throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
            case IList many:
                foreach (var item in many)
                    Require(item, use);
                break;
        }
    }
}
