using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text, numbers and similar values. Null is also accepted, because null means that the parameter is omitted. Rows and
/// other objects are rejected, because PowerShell would convert them to useless text instead of binding their columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        Require(inputData);
        // PowerShell converts the items of an IList one by one, but would join the items of any other collection, such as the keys of a
        // hashtable, into one string.
        return PSValue.Unwrap(inputData) is IEnumerable items and not (string or IList) ? items.Cast<object?>().ToArray() : inputData;
    }

    /// <summary>Throws if a value is not text or a list of text.</summary>
    public static void Require(object? inputData)
    {
        if (IsText(inputData) || (PSValue.Unwrap(inputData) is IEnumerable items and not IDictionary && items.Cast<object?>().All(IsText)))
            return;
        const string message = "The value must be text, not an object.";
        // Because of the inner exception, PowerShell tries to bind the properties of the object by name.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    private static bool IsText(object? value) => PSValue.Unwrap(value) is null or string or IConvertible or IFormattable or FileSystemInfo;
}
