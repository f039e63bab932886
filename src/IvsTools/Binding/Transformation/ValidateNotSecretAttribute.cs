using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>Rejects a private key, stream key or token. PowerShell would otherwise show the value in an error message.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateNotSecretAttribute : ArgumentTransformationAttribute
{
    /// <summary>The parameter that the error message recommends for key text. If null, there is no recommendation.</summary>
    public string? Use { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        Require(inputData, Use);
        return inputData;
    }

    /// <exception cref="ArgumentTransformationMetadataException">
    /// The value is a secret. The message contains the type of secret.
    /// </exception>
    public static void Require(object? value, string? use = null)
    {
        switch (PSValue.Unwrap(value))
        {
            case string text when SafeText.HoldsSecret(text):
                var message = $"The value is {SafeText.Quote(text)}, which is not valid for this parameter. The value is not shown."
                    + (use is null ? string.Empty : $" For key text, use {use}.");
                // Because of the inner exception, PowerShell does not bind the value. Another parameter can then accept the text.
                throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
            case IList many:
                foreach (var item in many)
                    Require(item, use);
                break;
        }
    }
}
