using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>Refuses a key, a stream key or a token where none belongs, before PowerShell quotes it in an error of its own.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class RefuseSecretAttribute : ArgumentTransformationAttribute
{
    /// <summary>The parameter that key text belongs to; null for none.</summary>
    public string? Use { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        Require(inputData, Use);
        return inputData;
    }

    /// <exception cref="ArgumentTransformationMetadataException">The value is a secret. The message says of which kind.</exception>
    public static void Require(object? value, string? use = null)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case string text when SafeText.HoldsSecret(text):
                var message = $"The value is {SafeText.Quote(text)}, which is not valid for this parameter. The value is not shown." + (use is null ? string.Empty : $" For key text, use {use}.");
                // The exception inside is the engine's sign for "does not bind by value": another parameter may accept the text.
                throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
            case IList many:
                foreach (var item in many)
                    Require(item, use);
                break;
        }
    }
}
