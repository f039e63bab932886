using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Reads a value as people write it, in a cell of a CSV too, where everything is text and nothing is empty text.</summary>
/// <remarks>
/// What cannot be read is an error whose target is the row. Without this the engine leaves out, and says nothing of,
/// what comes by property name and does not convert: a token would be signed without its session version.
/// </remarks>
internal abstract class CellTransformationAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RefuseSecretAttribute.Require(inputData);
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return Refuse(value) is { } why ? throw new ArgumentTransformationMetadataException(why) : Read(value);
    }

    /// <summary>Null for a value that can be read, else one sentence.</summary>
    protected abstract string? Refuse(object? value);

    /// <summary>Null for none.</summary>
    protected abstract object? Read(object? value);
}
