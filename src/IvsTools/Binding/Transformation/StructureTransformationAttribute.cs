using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Accepts a structure as a hashtable, an object, an API record, or text from a CSV file.</summary>
/// <param name="type">The record type of the structure, even if the parameter is an array.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class StructureTransformationAttribute(Type type) : ArgumentTransformationAttribute
{
    public Type Type { get; } = type;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        try
        {
            return PSValue.Unwrap(inputData) switch
            {
                null or string { Length: 0 } => null,
                // Text from a CSV file can contain several ARNs.
                string cell when cell.Contains(", ", StringComparison.Ordinal) => Transform(engineIntrinsics, cell.Split(", ")),
                IList many => many.OfType<object>().Select(item => Structure.From(Type, item, Type.Name)).ToArray(),
                _ => Structure.From(Type, inputData!, Type.Name),
            };
        }
        catch (Exception e) when (e is ValidationMetadataException or PSInvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
