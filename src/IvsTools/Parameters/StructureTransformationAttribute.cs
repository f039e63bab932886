using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Takes a structure as hashtable, as object with its properties, or as itself; says which key is none and what there is.</summary>
/// <param name="type">The record of the structure; for an array parameter, of its elements.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class StructureTransformationAttribute(Type type) : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
            {
                null => null,
                Array many => many.OfType<object>().Select(item => Structure.From(type, item, type.Name)).ToArray(),
                _ => Structure.From(type, inputData!, type.Name),
            };
        }
        catch (Exception e) when (e is ValidationMetadataException or PSInvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
