using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Accepts text, and null as empty text. A row is refused: PowerShell would turn it into the text @{…}, and its columns would not bind.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RefuseSecretAttribute.Require(inputData);
        if (inputData is not PSObject { BaseObject: PSCustomObject })
            return inputData ?? string.Empty;
        const string message = "An object is not text.";
        // The exception inside is the engine's sign for "does not bind by value".
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
